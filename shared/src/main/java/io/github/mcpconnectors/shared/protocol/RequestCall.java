package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.Severity;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.Json;
import io.github.mcpconnectors.shared.schema.Naming;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import io.github.mcpconnectors.shared.schema.RecordSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that came over the protocol. */
final class RequestCall implements Call {

    /** A progress note more often than this helps nobody (MCP, Progress: rate limit). */
    private static final long NANOS_BETWEEN_NOTES = 100_000_000L;

    private static final int KEY_LENGTH = 32;

    private final Peer peer;
    private final Consent consent;
    private final @Nullable Object progressToken;
    private final String logger;
    private long lastDone = -1;
    private long lastNote = Long.MIN_VALUE;
    private int questions;

    RequestCall(Peer peer, Consent consent, @Nullable Object progressToken, String logger) {
        this.peer = peer;
        this.consent = consent;
        this.progressToken = progressToken;
        this.logger = logger;
    }

    Peer peer() {
        return peer;
    }

    @Override
    public Caller caller() {
        return peer.caller();
    }

    @Override
    public synchronized void progress(long done, long total, String message) {
        long now = System.nanoTime();
        boolean soon = lastNote != Long.MIN_VALUE && now - lastNote < NANOS_BETWEEN_NOTES && done != total;
        // The values have to rise from note to note.
        if (cancelled() || done <= lastDone || soon) {
            return;
        }
        lastDone = done;
        lastNote = now;
        peer.working(message);
        if (progressToken == null) {
            return;
        }
        Map<String, Object> params = Json.object("progressToken", progressToken, "progress", done);
        Json.put(params, "total", total > 0 ? total : null);
        params.put("message", message);
        peer.notify("notifications/progress", params);
    }

    @Override
    public void log(Severity severity, String message) {
        if (peer.listensTo(severity) && !cancelled()) {
            String level = severity.name().toLowerCase(Locale.ROOT);
            peer.notify("notifications/message", Json.object("level", level, "logger", logger, "data", message));
        }
    }

    @Override
    public boolean cancelled() {
        return peer.cancellation().cancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        peer.cancellation().onCancel(action);
    }

    @Override
    public void confirm(String question, String fingerprint) {
        if (consent == Consent.NEVER) {
            return;
        }
        InputRequest request = InputRequest.consent(question);
        if (!peer.can(request)) {
            throw peer.refusal(
                    request,
                    "This needs a person's consent, and the client has no way to ask for it (elicitation)."
                            + " Nothing was done. Whoever runs this server can start it with --confirm never.");
        }
        if (!accepted(ask("consent", question + "\n" + fingerprint, request))) {
            throw new ToolException(Reason.DENIED, "The person did not agree. Nothing was done.");
        }
    }

    @Override
    public <F extends Record> Optional<F> ask(String question, Class<F> form) {
        Map<String, Object> schema = RecordSchema.of(form, Naming.SNAKE);
        // Forms are a narrower kind of schema that does not know this word (2025-11-25, Elicitation).
        schema.remove("additionalProperties");
        InputRequest request = InputRequest.form(question, schema);
        if (!peer.can(request)) {
            throw peer.refusal(
                    request,
                    "This needs a person's answer, and the client has no way to ask for it (elicitation): " + question);
        }
        Map<?, ?> answer = ask("form", question, request);
        return accepted(answer)
                ? Optional.of(read(form, Params.of(answer).object("content").values()))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    private static <F extends Record> F read(Class<F> form, Map<?, ?> content) {
        List<Problem> problems = new ArrayList<>();
        F read = RecordReader.read(form, (Map<String, ?>) content, Naming.SNAKE, problems);
        if (read == null) {
            throw RpcError.invalidParams("The answer does not fit the form: " + RecordReader.tell(problems));
        }
        return read;
    }

    private static boolean accepted(Map<?, ?> answer) {
        return "accept".equals(answer.get("action"));
    }

    /** The key is the same when the call is run again, and another one for another question or state. */
    private Map<?, ?> ask(String kind, String about, InputRequest request) {
        String digest = Digests.hexOf(about.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_LENGTH);
        String key = kind + "-" + ++questions + "-" + digest;
        return Objects.requireNonNull(
                peer.ask(Map.of(key, request), kind.equals("consent")).get(key));
    }
}
