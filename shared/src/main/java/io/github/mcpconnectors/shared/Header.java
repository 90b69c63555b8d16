package io.github.mcpconnectors.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Clients repeat this argument in the HTTP header {@code Mcp-Param-} + value (protocol 2026-07-28), so that a balancer or
 * gateway can route by it without reading the body. For texts, whole numbers and booleans, in nested records too but not in
 * lists; not for secrets or personal data, since everything on the way sees headers.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Header {

    String value();
}
