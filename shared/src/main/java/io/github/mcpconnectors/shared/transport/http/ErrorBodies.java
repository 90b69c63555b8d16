package io.github.mcpconnectors.shared.transport.http;

import io.github.mcpconnectors.shared.protocol.Failures;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** In place of Jetty's error pages: the same JSON as everywhere, which tells nothing of the inside. */
final class ErrorBodies implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        Refusal refusal = Refusal.of(status, message(status, (Throwable) cause));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(refusal.json()), callback);
        return true;
    }

    private static String message(int status, @Nullable Throwable cause) {
        return cause == null || cause instanceof QuietException || cause instanceof TimeoutException
                ? HttpStatus.getMessage(status)
                : Failures.report("An HTTP request", cause);
    }
}
