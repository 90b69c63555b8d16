package io.github.mcpconnectors.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the model and the host are told of a tool, on the class that does the work. The four hints have no default: the
 * author decides each (MCP schema, ToolAnnotations).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tool {

    /** Class name in snake case: ListDirectory is list_directory. */
    String name();

    /** For people, in menus and consent dialogs. */
    String title();

    /** For the model: what it does and when to use it, at most 400 characters. */
    String description();

    /** Changes nothing anywhere. */
    boolean readOnly();

    /** May remove or overwrite something; only meaningful when not read-only. */
    boolean destructive();

    /** Calling it twice with the same arguments does no more than calling it once. */
    boolean idempotent();

    /** Reaches beyond what the server was given, such as the network. */
    boolean openWorld();

    /** May take minutes: what is not done at once goes on as a task, if the client knows tasks (SEP-2663). */
    boolean longRunning() default false;

    /** Older names that still answer but are not listed. */
    String[] aliases() default {};
}
