package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** MCP's methods for one server, the same for every era and transport. */
public final class Methods {

    /** Answers one method: the result as JSON, or an {@link RpcError}. */
    public interface Method {
        Map<String, Object> handle(Params params, Peer peer);
    }

    private final Connector connector;
    private final String version;
    private final Consent consent;
    private final Map<String, ToolBinding> tools = new LinkedHashMap<>();
    private final Map<String, PromptBinding> prompts = new LinkedHashMap<>();
    private final Resources resources;

    public Methods(Connector connector, String version, Consent consent) {
        this.connector = connector;
        this.version = version;
        this.consent = consent;
        connector.tools().stream().map(ToolBinding::of).forEach(this::add);
        connector.prompts().stream().map(PromptBinding::of).forEach(prompt -> prompts.put(prompt.name(), prompt));
        this.resources = new Resources(
                connector.resources().stream().map(ResourceBinding::of).toList());
    }

    private void add(ToolBinding tool) {
        tools.put(tool.name(), tool);
        for (String alias : tool.tool().aliases()) {
            tools.put(alias, tool);
        }
    }

    /** Everything but initialize, by method name. */
    public Map<String, Method> all() {
        Map<String, Method> all = new LinkedHashMap<>();
        all.put("ping", (params, peer) -> Map.of());
        all.put("tools/list", (params, peer) -> Json.object("tools", toolDefinitions()));
        all.put("tools/call", this::callTool);
        if (!connector.resources().isEmpty()) {
            all.put("resources/list", (params, peer) -> Json.object("resources", resources.definitions(false)));
            all.put(
                    "resources/templates/list",
                    (params, peer) -> Json.object("resourceTemplates", resources.definitions(true)));
            all.put(
                    "resources/read",
                    (params, peer) -> guarded("resources/read", () -> resources.read(params, call(params, peer))));
        }
        if (!prompts.isEmpty()) {
            all.put("prompts/list", (params, peer) -> Json.object("prompts", promptDefinitions()));
            all.put("prompts/get", (params, peer) -> guarded("prompts/get", () -> getPrompt(params, peer)));
        }
        all.put("completion/complete", (params, peer) -> guarded("completion/complete", () -> complete(params, peer)));
        return all;
    }

    /** InitializeResult for a version that was agreed on. */
    public Map<String, Object> initialize(String protocolVersion) {
        return Json.object(
                "protocolVersion",
                protocolVersion,
                "capabilities",
                capabilities(),
                "serverInfo",
                Json.object("name", "mcp-" + connector.name(), "title", connector.title(), "version", version),
                "instructions",
                connector.instructions().isEmpty() ? null : connector.instructions());
    }

    private Map<String, Object> capabilities() {
        return Json.object(
                "tools",
                Map.of(),
                "resources",
                connector.resources().isEmpty() ? null : Map.of(),
                "prompts",
                prompts.isEmpty() ? null : Map.of(),
                "completions",
                prompts.isEmpty() && connector.resources().isEmpty() ? null : Map.of());
    }

    /** As listed: without aliases, in the order in which the server names them. */
    public List<Map<String, Object>> toolDefinitions() {
        return tools.values().stream().distinct().map(ToolBinding::definition).toList();
    }

    private List<Map<String, Object>> promptDefinitions() {
        return prompts.values().stream().map(PromptBinding::definition).toList();
    }

    private Map<String, Object> callTool(Params params, Peer peer) {
        String name = params.text("name");
        ToolBinding tool = tools.get(name);
        if (tool == null) {
            throw RpcError.invalidParams("There is no tool \"" + name + "\"." + Nearest.hint(name, tools.keySet())
                    + " Tools that are not allowed are not listed; see this server's --help.");
        }
        return tool.call(params.object("arguments").values(), call(params, peer));
    }

    private Map<String, Object> getPrompt(Params params, Peer peer) {
        return prompt(params.text("name")).get(params.object("arguments").values(), call(params, peer));
    }

    private PromptBinding prompt(String name) {
        PromptBinding prompt = prompts.get(name);
        if (prompt == null) {
            throw RpcError.invalidParams("There is no prompt \"" + name + "\"." + Nearest.hint(name, prompts.keySet()));
        }
        return prompt;
    }

    private Map<String, Object> complete(Params params, Peer peer) {
        Params ref = params.object("ref");
        String argument = params.object("argument").text("name");
        String typed = params.object("argument").text("value");
        Call call = call(params, peer);
        List<String> values = ref.text("type").equals("ref/prompt")
                ? prompt(ref.text("name")).handler().complete(argument, typed, call)
                : resources.named(ref.text("uri")).handler().complete(argument, typed, call);
        boolean more = values.size() > 100;
        return Json.object(
                "completion",
                Json.object("values", more ? values.subList(0, 100) : values, "total", values.size(), "hasMore", more));
    }

    private Call call(Params params, Peer peer) {
        return new RequestCall(peer, consent, params.progressToken());
    }

    /** Outside tools there is no isError: failures become JSON-RPC errors. */
    private static Map<String, Object> guarded(String what, Supplier<Map<String, Object>> work) {
        try {
            return work.get();
        } catch (RpcError e) {
            throw e;
        } catch (ToolException e) {
            int code = e.reason() == Reason.INVALID ? RpcError.INVALID_PARAMS : RpcError.INTERNAL_ERROR;
            throw new RpcError(code, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw new RpcError(RpcError.INTERNAL_ERROR, "Cancelled.");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new RpcError(RpcError.INTERNAL_ERROR, Failures.report(what, e));
        }
    }
}
