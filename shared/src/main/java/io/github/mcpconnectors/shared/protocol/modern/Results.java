package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.schema.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What this revision adds to every result (2026-07-28, Base Protocol, Result Responses; Caching). */
final class Results {

    private static final String PUBLIC = "public";
    private static final Hint LIST = new Hint(300_000, PUBLIC);
    private static final Map<String, Hint> HINTS = Map.of(
            "server/discover", LIST,
            "tools/list", LIST,
            "prompts/list", LIST,
            "resources/list", LIST,
            "resources/templates/list", LIST,
            "resources/read", new Hint(0, "private"));

    /** A list that depends on what is there, to whom it may be told. */
    private static final Hint LIVE_LIST = new Hint(10_000, "private");

    private final Map<String, Object> serverInfo;
    private final boolean listsResources;

    /** How long a result may be kept, in milliseconds, and by whom. */
    private record Hint(int ttlMs, String cacheScope) {}

    /**
     * @param listsResources whether the list of resources depends on what is there
     */
    Results(Map<String, Object> serverInfo, boolean listsResources) {
        this.serverInfo = serverInfo;
        this.listsResources = listsResources;
    }

    Map<String, Object> complete(String method, Map<String, Object> result) {
        Map<String, Object> complete = Json.object("resultType", "complete");
        complete.putAll(result);
        Hint hint = listsResources && method.equals("resources/list") ? LIVE_LIST : HINTS.get(method);
        if (hint != null) {
            complete.put("ttlMs", hint.ttlMs());
            complete.put("cacheScope", hint.cacheScope());
        }
        return tagged(complete);
    }

    /** With the server's name, so that a log of results says where each came from. */
    Map<String, Object> tagged(Map<String, Object> result) {
        Map<String, Object> meta = Json.object(Meta.SERVER_INFO, serverInfo);
        if (result.get("_meta") instanceof Map<?, ?> known) {
            known.forEach((key, value) -> meta.put(String.valueOf(key), value));
        }
        Map<String, Object> tagged = new LinkedHashMap<>(result);
        tagged.put("_meta", meta);
        return tagged;
    }
}
