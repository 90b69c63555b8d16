package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.schema.Json;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.server.McpNotificationHandler;
import io.modelcontextprotocol.server.McpRequestHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Our methods on the SDK's session, which keeps the handshake and matches answers to our questions. The SDK's own server on
 * top of it is left out: it cannot page lists, cancel, or match templates, and runs at most 10 calls per core.
 */
public final class SessionMethods {

    /** Newest first. */
    public static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    /** For the SDK's records. */
    public static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(Json.mapper());

    /** A person may need a while; a question that stays open for longer is given up. */
    private static final Duration ANSWER_TIME = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(SessionMethods.class);

    private SessionMethods() {}

    public static McpServerSession session(Methods methods, McpServerTransport transport) {
        Map<String, McpRequestHandler<?>> requests = new HashMap<>();
        methods.all().forEach((name, method) -> requests.put(name, bind(method, transport)));
        Map<String, McpNotificationHandler> notifications =
                Map.of(McpSchema.METHOD_NOTIFICATION_INITIALIZED, (exchange, params) -> Mono.empty());
        return new McpServerSession(
                UUID.randomUUID().toString(),
                ANSWER_TIME,
                transport,
                request -> Mono.fromCallable(() -> MAPPER.convertValue(
                        methods.initialize(agree(request.protocolVersion())), McpSchema.InitializeResult.class)),
                requests,
                notifications);
    }

    /** The Reactor context under which one request has to be handled. */
    public static Context context(Cancellation cancellation) {
        return Context.of(
                McpTransportContext.KEY,
                McpTransportContext.create(Map.of(Cancellation.class.getName(), cancellation)));
    }

    private static String agree(String asked) {
        return VERSIONS.contains(asked) ? asked : VERSIONS.get(0);
    }

    private static McpRequestHandler<Map<String, Object>> bind(Methods.Method method, McpServerTransport transport) {
        return (exchange, params) -> Mono.fromCallable(
                        () -> method.handle(Params.of(params), new SessionPeer(exchange, transport)))
                .onErrorMap(RpcError.class, SessionMethods::error);
    }

    private static McpError error(RpcError e) {
        return new McpError(new McpSchema.JSONRPCResponse.JSONRPCError(
                e.code(), e.getMessage(), e.data().isEmpty() ? null : e.data()));
    }

    /** The client of a session. */
    private record SessionPeer(McpAsyncServerExchange exchange, McpServerTransport transport) implements Peer {

        @Override
        public Caller caller() {
            return Caller.LOCAL;
        }

        @Override
        public Cancellation cancellation() {
            return (Cancellation) exchange.transportContext().get(Cancellation.class.getName());
        }

        @Override
        public void notify(String method, Map<String, Object> params) {
            transport
                    .sendMessage(new McpSchema.JSONRPCNotification(method, params))
                    .block();
        }

        @Override
        public boolean canAsk() {
            ClientCapabilities can = exchange.getClientCapabilities();
            return can != null
                    && can.elicitation() != null
                    && (can.elicitation().form() != null || can.elicitation().url() == null);
        }

        @Override
        public Answer ask(String question) {
            Map<String, Object> noFields = Json.object("type", "object", "properties", Map.of());
            // No answer in time, or an error instead of one, is no consent.
            ElicitResult result = exchange.createElicitation(
                            ElicitFormRequest.builder(question, noFields).build())
                    .doOnError(e -> LOG.warn("The question to the person failed: {}", e.toString()))
                    .onErrorComplete()
                    .block();
            return result == null
                    ? Answer.CANCEL
                    : Answer.valueOf(result.action().name());
        }
    }
}
