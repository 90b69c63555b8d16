package io.github.mcpconnectors.shared.eras;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages of two. */
final class Pages {

    private Pages() {}

    static List<Map<String, Object>> of(Wire wire, String method, String name) {
        return of(List.of(wire), Rpc::modern, method, name);
    }

    /** All entries, with each page from the next of these wires. */
    static List<Map<String, Object>> of(
            List<? extends Wire> wires,
            BiFunction<String, Map<String, ?>, Map<String, Object>> request,
            String method,
            String name) {
        List<Map<String, Object>> all = new ArrayList<>();
        @Nullable Object cursor = null;
        int page = 0;
        do {
            Wire wire = wires.get(page++ % wires.size());
            Reply reply = wire.ask(request.apply(method, Json.object("cursor", cursor)));
            List<?> entries = (List<?>) reply.result(name);
            assertThat(entries).hasSizeBetween(1, 2);
            entries.forEach(entry -> all.add(Reply.object(entry)));
            cursor = reply.result("nextCursor");
        } while (cursor != null);
        return all;
    }
}
