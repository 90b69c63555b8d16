package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.protocol.Exchange;
import io.github.mcpconnectors.shared.protocol.InputRequired;
import io.github.mcpconnectors.shared.protocol.Message;
import io.github.mcpconnectors.shared.protocol.Methods;
import io.github.mcpconnectors.shared.protocol.Params;
import io.github.mcpconnectors.shared.protocol.Responder;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Protocol 2026-07-28: every request stands alone and says itself which version it speaks and what its client can do, so
 * any node can answer it.
 */
public final class ModernServer implements Responder {

    private static final String LISTEN = "subscriptions/listen";

    /** These may ask back (Multi Round-Trip Requests, Supported Requests), by what names their object. */
    private static final Map<String, String> ASKING =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private final Methods methods;
    private final Map<String, Methods.Method> handlers;
    private final Rounds.Seal seal;
    private final Listeners listeners;
    private final Results results;
    private final @Nullable Tasks tasks;

    public ModernServer(Methods methods, StateKeys keys, Clock clock) {
        this(methods, keys, clock, TaskLimits.STANDARD);
    }

    /** @param limits null for no tasks at all: calls that take long are then calls like any other */
    public ModernServer(Methods methods, StateKeys keys, Clock clock, @Nullable TaskLimits limits) {
        this.methods = methods;
        this.handlers = new LinkedHashMap<>(methods.all());
        handlers.put("server/discover", (params, peer) -> discover());
        this.seal = new Rounds.Seal(new StateCodec(keys, clock), new UsedStates(clock));
        this.results = new Results(methods.serverInfo(), methods.listsResources());
        this.tasks = limits == null || !methods.hasLongRunning() ? null : new Tasks(limits, clock, results);
        if (tasks != null) {
            handlers.putAll(tasks.methods());
        }
        this.listeners = new Listeners(methods.watches(), tasks, results);
    }

    public Methods methods() {
        return methods;
    }

    /** Ends the open subscriptions, telling each client that it was on purpose. */
    public void endSubscriptions() {
        listeners.endAll();
    }

    @Override
    public @Nullable Map<String, Object> respond(Exchange exchange) {
        try {
            return answer(exchange);
        } catch (RpcError e) {
            throw translated(e);
        }
    }

    private @Nullable Map<String, Object> answer(Exchange exchange) {
        Message.Request request = exchange.request();
        Envelope envelope = Envelope.read(request.params());
        check(exchange, envelope);
        if (request.method().equals(LISTEN)) {
            listeners.listen(exchange, envelope);
            return null;
        }
        Methods.Method handler = handlers.get(request.method());
        if (handler == null) {
            throw new RpcError(
                    RpcError.METHOD_NOT_FOUND,
                    "There is no method \"" + request.method() + "\" in " + envelope.version() + "."
                            + Nearest.hint(request.method(), handlers.keySet()));
        }
        if (Tasks.METHODS.contains(request.method())) {
            envelope.requireExtension(Tasks.EXTENSION);
        }
        Rounds rounds = rounds(exchange);
        ModernPeer peer = new ModernPeer(exchange, envelope, rounds);
        try {
            Map<String, Object> result = tasks != null && mayBeTask(request, envelope)
                    ? tasks.call(exchange, peer, rounds, own -> handler.handle(request.params(), own))
                    : handler.handle(request.params(), peer);
            return result == null ? null : results.complete(request.method(), result);
        } catch (InputRequired needed) {
            if (!ASKING.containsKey(request.method())) {
                throw new IllegalStateException(request.method() + " may not ask", needed);
            }
            return results.tagged(rounds.result(needed));
        }
    }

    private boolean mayBeTask(Message.Request request, Envelope envelope) {
        return request.method().equals(Tasks.METHOD)
                && request.params().values().get("name") instanceof String tool
                && methods.isLongRunning(tool)
                && envelope.capabilities().hasExtension(Tasks.EXTENSION);
    }

    /** In the order in which the specification has them (Streamable HTTP, Server Validation). */
    private void check(Exchange exchange, Envelope envelope) {
        Function<String, List<String>> headers = exchange.headers();
        Map<?, ?> params = exchange.request().params().values();
        if (headers == null) {
            envelope.requireSupported();
            return;
        }
        HeaderRules rules = new HeaderRules(headers);
        rules.checkVersion(params);
        envelope.requireSupported();
        String method = exchange.request().method();
        boolean calling = method.equals("tools/call") && params.get("name") instanceof String;
        rules.check(method, params, calling ? methods.headersOf(String.valueOf(params.get("name"))) : Map.of());
    }

    private Rounds rounds(Exchange exchange) {
        String method = exchange.request().method();
        String named = ASKING.get(method);
        if (named == null) {
            return Rounds.of(seal, new Origin(method, "", Map.of(), exchange.caller()), Params.of(null));
        }
        Params params = exchange.request().params();
        Map<?, ?> arguments = params.object("arguments").values();
        return Rounds.of(seal, new Origin(method, params.text(named), arguments, exchange.caller()), params);
    }

    private Map<String, Object> discover() {
        Map<String, Object> capabilities = methods.capabilities(true);
        if (tasks != null) {
            capabilities.put("extensions", Json.object(Tasks.EXTENSION, Map.of()));
        }
        return Json.object(
                "supportedVersions",
                Era.VERSIONS,
                "capabilities",
                capabilities,
                "instructions",
                methods.instructions());
    }

    /** Codes and statuses as this revision has them (Base Protocol, Error Codes; Streamable HTTP). */
    private static RpcError translated(RpcError e) {
        return switch (e.code()) {
            case RpcError.RESOURCE_NOT_FOUND ->
                new RpcError(RpcError.INVALID_PARAMS, String.valueOf(e.getMessage()), e.data());
            case RpcError.METHOD_NOT_FOUND -> e.withStatus(404);
            case Codes.HEADER_MISMATCH, Codes.MISSING_CAPABILITY, Codes.UNSUPPORTED_VERSION -> e.withStatus(400);
            default -> e;
        };
    }
}
