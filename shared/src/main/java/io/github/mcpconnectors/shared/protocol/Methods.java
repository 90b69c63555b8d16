package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** MCP's methods for one server, the same for every era and transport. */
public final class Methods {

    /** Answers one method: the result as JSON, or an {@link RpcError}. */
    public interface Method {
        Map<String, Object> handle(Params params, Peer peer);
    }

    private final Connector connector;
    private final String version;
    private final Options options;
    private final Map<String, ToolBinding> tools = new LinkedHashMap<>();
    private final Map<String, PromptBinding> prompts = new LinkedHashMap<>();
    private final Resources resources;
    private final Watches watches;
    private final Map<String, Method> all;

    /**
     * What a person can set.
     *
     * @param pageSize entries in one page of a list
     */
    public record Options(Consent consent, int pageSize) {}

    public Methods(Connector connector, String version, Options options) {
        this.connector = connector;
        this.version = version;
        this.options = options;
        ToolBinding.all(connector).forEach(this::add);
        PromptBinding.all(connector).forEach(prompt -> prompts.put(prompt.name(), prompt));
        this.resources = new Resources(
                connector.resources().stream().map(ResourceBinding::of).toList());
        this.watches = new Watches(resources);
        this.all = Collections.unmodifiableMap(handlers());
    }

    private void add(ToolBinding tool) {
        tools.put(tool.name(), tool);
        for (String alias : tool.tool().aliases()) {
            tools.put(alias, tool);
        }
    }

    /** What every era has, by method name. */
    public Map<String, Method> all() {
        return all;
    }

    private Map<String, Method> handlers() {
        Map<String, Method> all = new LinkedHashMap<>();
        all.put("tools/list", pages("tools", "name", this::toolDefinitions));
        all.put("tools/call", this::callTool);
        if (!connector.resources().isEmpty()) {
            all.put("resources/list", guarded("resources/list", this::listResources));
            all.put(
                    "resources/templates/list",
                    pages("resourceTemplates", "uriTemplate", () -> resources.definitions(true)));
            all.put("resources/read", guarded("resources/read", this::readResource));
        }
        if (!prompts.isEmpty()) {
            all.put("prompts/list", pages("prompts", "name", this::promptDefinitions));
            all.put("prompts/get", guarded("prompts/get", this::getPrompt));
        }
        if (hasCompletions()) {
            all.put("completion/complete", guarded("completion/complete", this::complete));
        }
        return all;
    }

    private Method pages(String name, String key, Supplier<List<Map<String, Object>>> entries) {
        Pages pages = new Pages(name, key, options.pageSize(), entries);
        return guarded(name, (params, peer) -> pages.page(params));
    }

    public Watches watches() {
        return watches;
    }

    /** Whether there is a resource that tells when it changes. */
    public boolean hasWatches() {
        return resources.canBeWatched();
    }

    /** Whether the list of resources depends on what is there. */
    public boolean listsResources() {
        return resources.areListed();
    }

    private boolean hasCompletions() {
        return !prompts.isEmpty() || !connector.resources().isEmpty();
    }

    /** Of the server (MCP schema, Implementation). */
    public Map<String, Object> serverInfo() {
        return Json.object("name", "mcp-" + connector.name(), "title", connector.title(), "version", version);
    }

    public @Nullable String instructions() {
        return connector.instructions().isEmpty() ? null : connector.instructions();
    }

    /** MCP schema, ServerCapabilities. */
    public Map<String, Object> capabilities(boolean subscriptions) {
        Map<String, Object> subscribe = subscriptions && hasWatches() ? Map.of("subscribe", true) : Map.of();
        return Json.object(
                "tools",
                Map.of(),
                "resources",
                connector.resources().isEmpty() ? null : subscribe,
                "prompts",
                prompts.isEmpty() ? null : Map.of(),
                "completions",
                hasCompletions() ? Map.of() : null,
                "logging",
                Map.of());
    }

    /** As listed: without aliases, in the order in which the server names them. */
    public List<Map<String, Object>> toolDefinitions() {
        return tools.values().stream().distinct().map(ToolBinding::definition).toList();
    }

    private List<Map<String, Object>> promptDefinitions() {
        return prompts.values().stream().map(PromptBinding::definition).toList();
    }

    /** The arguments of a tool that headers repeat: from path to name of the header; empty for an unknown tool. */
    public Map<List<String>, String> headersOf(String tool) {
        ToolBinding binding = tools.get(tool);
        return binding == null ? Map.of() : binding.headers();
    }

    /** Whether calls of this tool may take minutes; false for an unknown one. */
    public boolean isLongRunning(String tool) {
        ToolBinding binding = tools.get(tool);
        return binding != null && binding.tool().longRunning();
    }

    public boolean hasLongRunning() {
        return tools.keySet().stream().anyMatch(this::isLongRunning);
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

    private Map<String, Object> listResources(Params params, Peer peer) {
        return resources.list(params, options.pageSize(), call(params, peer));
    }

    private Map<String, Object> readResource(Params params, Peer peer) {
        return resources.read(params, call(params, peer));
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
        Map<String, String> chosen = params.object("context").texts("arguments");
        Call call = call(params, peer);
        List<String> values = ref.text("type").equals("ref/prompt")
                ? prompt(ref.text("name")).handler().complete(argument, typed, chosen, call)
                : resources.named(ref.text("uri")).handler().complete(argument, typed, chosen, call);
        boolean more = values.size() > 100;
        return Json.object(
                "completion",
                Json.object("values", more ? values.subList(0, 100) : values, "total", values.size(), "hasMore", more));
    }

    private Call call(Params params, Peer peer) {
        return new RequestCall(peer, options.consent(), params.progressToken(), "mcp-" + connector.name());
    }

    private static Method guarded(String what, Method method) {
        return (params, peer) -> guarded(what, () -> method.handle(params, peer));
    }

    /** Outside tools there is no isError: failures become JSON-RPC errors. */
    public static Map<String, Object> guarded(String what, Supplier<Map<String, Object>> work) {
        try {
            return work.get();
        } catch (RpcError | InputRequired e) {
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
