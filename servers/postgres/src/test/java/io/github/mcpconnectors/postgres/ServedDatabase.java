package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server on the database shop, as one role, and a client of the server. */
final class ServedDatabase implements AutoCloseable {

    private final WireClient client;

    private ServedDatabase(WireClient client) {
        this.client = client;
    }

    /** The client cannot ask a person. */
    static ServedDatabase as(String role, String... options) {
        return of(TestingPostgres.url(role), options);
    }

    static ServedDatabase of(String url, String... options) {
        return new ServedDatabase(WireClient.start(PostgresServer.class, arguments(url, options)));
    }

    /** The client asks a person, who answers so. */
    static ServedDatabase answering(Function<String, Action> person, String role, String... options) {
        return new ServedDatabase(
                WireClient.answering(person, PostgresServer.class, arguments(TestingPostgres.url(role), options)));
    }

    private static String[] arguments(String url, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = url;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return arguments;
    }

    WireClient client() {
        return client;
    }

    WireClient.Result ok(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as(result.text()).isFalse();
        return result;
    }

    String refused(String tool, @Nullable Object... arguments) {
        WireClient.Result result = client.call(tool, arguments);
        assertThat(result.failed()).as("should be refused: %s", result.text()).isTrue();
        return result.text();
    }

    /** The rows that query gives. */
    List<?> rows(String sql, @Nullable Object... arguments) {
        Object[] all = new Object[arguments.length + 2];
        all[0] = "sql";
        all[1] = sql;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return (List<?>) ok("query", all).structured().get("rows");
    }

    @Override
    public void close() {
        client.close();
    }
}
