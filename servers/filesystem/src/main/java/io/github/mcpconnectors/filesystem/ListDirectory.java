package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_directory",
        title = "List Directory",
        description = "Lists a directory with [FILE], [DIR] or [LINK] before each name.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListDirectory implements ToolHandler<ListDirectory.Input, ListDirectory.Output> {

    record Input(
            @Description("Directory") String path,

            @Description("Levels") @Range(min = 1, max = 20) @Default("1")
            int depth,

            @Description("Also dot files") @Default("true") boolean includeHidden,

            @Description("Order") @Default("name") Listing.Order sortBy,

            @Description("Page size") @Range(min = 1, max = 5_000) @Default("1000")
            int limit,

            @Description("nextCursor") @Nullable String cursor) {}

    record Output(
            String content,
            List<Listing.Item> entries,
            int count,
            @Description("Left out") int unreadable,
            boolean truncated,
            @Nullable String nextCursor)
            implements TextResult {

        @Override
        public @Nullable String note() {
            return Notes.page(nextCursor, unreadable);
        }
    }

    private final Sandbox sandbox;

    ListDirectory(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Output call(Input input, Call call) {
        Listing listing = new Listing(sandbox, input.includeHidden(), call::checkCancelled);
        Listing.Page page = listing.page(
                sandbox.resolve(input.path()),
                input.depth(),
                input.sortBy(),
                new Listing.Cut(input.limit(), input.cursor()));
        String content = page.items().stream().map(Listing.Item::line).collect(Collectors.joining("\n"));
        return new Output(
                content,
                page.items(),
                page.items().size(),
                page.unreadable(),
                page.nextCursor() != null,
                page.nextCursor());
    }
}
