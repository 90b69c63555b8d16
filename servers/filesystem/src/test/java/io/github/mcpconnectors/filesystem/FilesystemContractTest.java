package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.testing.ServerContract;

class FilesystemContractTest extends ServerContract {

    FilesystemContractTest() {
        super(FilesystemServer.PROGRAM, FilesystemServer.class, "--write", "--allow-delete");
    }
}
