package io.github.mcpconnectors.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What clients are told of a resource, or of all resources that fit a template. Templates are RFC 6570 with {name} for one
 * path segment and {+name} for the rest of the path.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Resource {

    String uri();

    String name();

    String title();

    String description();

    /** Empty when it differs from one resource to the next. */
    String mimeType() default "";
}
