package io.github.mcpconnectors.shared.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type of settings that is written as one text, or as a whole number. It has a static parse(String), which returns
 * null for a text that is none.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Written {

    /** Such as [HOST:]PORT. */
    String form();

    /** One or two examples. */
    String example();
}
