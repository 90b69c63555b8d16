package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.testing.ServerContract;

class GitContractTest extends ServerContract {

    GitContractTest() {
        super(GitServer.PROGRAM, GitServer.class, Flags.everything());
    }
}
