package io.github.mcpconnectors.postgres;

import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A schema that belongs to a role, and a server that may administer it; a connection beside says what really changed. */
abstract class ServedSchema {

    static ServedDatabase owner;

    @BeforeAll
    static void start() {
        TestingPostgres.run("CREATE ROLE owner LOGIN PASSWORD 'owner-password'");
        owner = ServedDatabase.as("owner", "--admin", "--confirm=never");
    }

    @AfterAll
    static void stop() {
        owner.close();
        TestingPostgres.run("DROP SCHEMA administered CASCADE; DROP ROLE owner");
    }

    @BeforeEach
    void fill() {
        TestingPostgres.run("""
                DROP SCHEMA IF EXISTS administered CASCADE;
                CREATE SCHEMA administered AUTHORIZATION owner;
                SET ROLE owner;
                CREATE TABLE administered.items (id integer PRIMARY KEY, name text, parent integer,
                    CONSTRAINT late FOREIGN KEY (parent) REFERENCES administered.items DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO administered.items SELECT n, 'item ' || n % 10 FROM generate_series(1, 100) n;
                RESET ROLE""");
    }

    static String count() {
        return TestingPostgres.see("SELECT count(*) FROM administered.items");
    }

    static String columns() {
        return TestingPostgres.see("SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute"
                + " WHERE attrelid = 'administered.items'::regclass AND attnum > 0 AND NOT attisdropped");
    }

    static Object[] with(Object[] arguments, Object... more) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }
}
