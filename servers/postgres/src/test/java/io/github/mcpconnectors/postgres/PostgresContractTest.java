package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.shared.testing.ServerContract;

class PostgresContractTest extends ServerContract {

    PostgresContractTest() {
        super(PostgresServer.PROGRAM, PostgresServer.class, "--write", "--admin");
    }
}
