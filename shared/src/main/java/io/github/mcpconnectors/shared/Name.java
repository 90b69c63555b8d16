package io.github.mcpconnectors.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name on the wire where it is not the usual one: arguments are snake_case, settings kebab-case, fields of results as
 * the component is spelled.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {

    String value();
}
