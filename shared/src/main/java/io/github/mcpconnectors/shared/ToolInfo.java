package io.github.mcpconnectors.shared;

import java.util.List;

/** What {@link Tool} says, as a value: of any tool, also of one that has no annotation. */
public record ToolInfo(
        String name,
        String title,
        String description,
        boolean readOnly,
        boolean destructive,
        boolean idempotent,
        boolean openWorld,
        boolean longRunning,
        List<String> aliases) {

    public ToolInfo {
        aliases = List.copyOf(aliases);
    }

    public static ToolInfo of(ToolHandler<?, ?> handler) {
        return handler instanceof DeclaredTool declared ? declared.info() : annotated(handler.getClass());
    }

    private static ToolInfo annotated(Class<?> handler) {
        Tool tool = handler.getAnnotation(Tool.class);
        if (tool == null) {
            throw new IllegalArgumentException(handler + " lacks @Tool");
        }
        return new ToolInfo(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.readOnly(),
                tool.destructive(),
                tool.idempotent(),
                tool.openWorld(),
                tool.longRunning(),
                List.of(tool.aliases()));
    }

    /** A tool that changes nothing. */
    public static ToolInfo reading(String name, String title, String description) {
        return new ToolInfo(name, title, description, true, false, true, false, false, List.of());
    }

    /** A tool that may overwrite or remove something, each time anew. */
    public static ToolInfo changing(String name, String title, String description) {
        return new ToolInfo(name, title, description, false, true, false, false, false, List.of());
    }
}
