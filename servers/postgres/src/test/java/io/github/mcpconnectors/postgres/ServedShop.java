package io.github.mcpconnectors.postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A server on the database shop for a role that may only read, and one for a role that could do anything. */
abstract class ServedShop {

    static ServedDatabase reader;
    static ServedDatabase superuser;

    @BeforeAll
    static void serve() {
        reader = ServedDatabase.as(TestingPostgres.READER);
        superuser = ServedDatabase.as(TestingPostgres.SUPERUSER);
    }

    @AfterAll
    static void stop() {
        reader.close();
        superuser.close();
    }
}
