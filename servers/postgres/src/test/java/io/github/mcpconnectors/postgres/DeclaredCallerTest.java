package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.DeclaredTool;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements learn of their callers, and that nobody can pretend to be another. */
class DeclaredCallerTest {

    private static final String TOOLS = """
            tools:
              - name: sub
                description: x
                sql: SELECT :me::text
                parameters:
                  me: {type: string, from: 'auth:sub'}
              - name: tenant
                description: x
                sql: SELECT :tenant::text
                parameters:
                  tenant: {type: string, from: 'auth:tenant'}
              - name: role
                description: x
                sql: SELECT :role::text
                parameters:
                  role: {type: string, from: 'auth:role'}
              - name: roles
                description: x
                sql: SELECT :roles::text[]
                parameters:
                  roles: {type: array, from: 'auth:role'}
              - name: my_id
                description: x
                sql: SELECT id FROM customers WHERE id = :me
                parameters:
                  me: {type: integer, from: 'auth:sub'}
            """;

    private static final Caller KIM = new Caller("kim' OR true --", Set.of("agent"), "north");

    @TempDir
    Path folder;

    private List<ToolHandler<?, ?>> tools = List.of();

    @BeforeEach
    void read() {
        tools = DeclaredFile.in(folder, TOOLS)
                .connector(false, TestingPostgres.READER)
                .tools();
    }

    @Test
    void learnWhoCalls() {
        assertThat(value("sub", KIM)).isEqualTo("kim' OR true --");
        assertThat(value("tenant", KIM)).isEqualTo("north");
        assertThat(value("role", KIM)).isEqualTo("agent");
        assertThat(value("roles", KIM)).isEqualTo(List.of("agent"));
        assertThat(value("roles", new Caller("x", Set.of("b", "a"), null))).isEqualTo(List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "tenant", "role", "roles"})
    void answerNobodyWhoIsNotKnown(String tool) {
        List<Caller> nobodies = new ArrayList<>(List.of(
                Caller.LOCAL, Caller.ANONYMOUS, new Caller(" ", Set.of(), " "), new Caller("", Set.of(), null)));
        if (!tool.equals("sub")) {
            nobodies.add(new Caller("kim", Set.of(), null));
        }
        if (tool.equals("role")) {
            nobodies.add(new Caller("kim", Set.of("a", "b"), null));
        }
        for (Caller caller : nobodies) {
            assertThatThrownBy(() -> value(tool, caller))
                    .as("%s", caller)
                    .isInstanceOfSatisfying(
                            ToolException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DENIED));
        }
    }

    @Test
    void hideTheParameterAndTakeNoArgumentInItsPlace() {
        for (ToolHandler<?, ?> tool : tools) {
            Map<String, Object> schema = ((DeclaredTool) tool).inputSchema();
            assertThat(schema).containsEntry("properties", Map.of()).doesNotContainKey("required");
            assertThatThrownBy(() -> Arguments.of(schema, Map.of("me", "other")))
                    .hasMessageContaining("\"me\" is not known. It takes none.");
        }
        // Even if it got that far.
        Rows rows = handler("sub").call(new Arguments(Map.of("me", "other")), new CallBy(KIM));
        assertThat(rows.rows()).isEqualTo(List.of(List.of("kim' OR true --")));
    }

    @Test
    void doNotShowTheValueWhenTheServerRefusesIt() {
        assertThatThrownBy(() -> value("my_id", new Caller("kim-secret", Set.of(), null)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("a value of the caller")
                .hasMessageNotContainingAny("kim-secret", "$1", "\"me\"");
    }

    private Object value(String tool, Caller caller) {
        Rows rows = handler(tool).call(new Arguments(Map.of()), new CallBy(caller));
        return Objects.requireNonNull(rows.rows().get(0).get(0));
    }

    @SuppressWarnings("unchecked") // all of them read
    private ToolHandler<Arguments, Rows> handler(String name) {
        return (ToolHandler<Arguments, Rows>) tools.stream()
                .filter(tool -> ((DeclaredTool) tool).info().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private record CallBy(Caller caller) implements Call {

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void log(Severity severity, String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable action) {}

        @Override
        public void confirm(String question, String fingerprint) {}

        @Override
        public <F extends Record> Optional<F> ask(String question, Class<F> form) {
            return Optional.empty();
        }
    }
}
