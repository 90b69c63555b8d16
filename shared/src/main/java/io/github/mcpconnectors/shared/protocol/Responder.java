package io.github.mcpconnectors.shared.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What answers requests: one protocol era. */
public interface Responder {

    /**
     * The result, or null if the exchange is answered later or already. Throws an {@link RpcError} when the request is wrong.
     */
    @Nullable
    Map<String, Object> respond(Exchange exchange);
}
