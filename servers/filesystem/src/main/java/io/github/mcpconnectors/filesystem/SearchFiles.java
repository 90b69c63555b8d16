package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.text.Glob;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Cursor;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "search_files",
        title = "Search Files",
        description =
                "Finds files by name: *.txt in the directory itself, **/*.txt at all levels, a plain name anywhere.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class SearchFiles implements ToolHandler<SearchFiles.Input, SearchFiles.Output> {

    enum Type {
        ANY,
        FILE,
        DIRECTORY
    }

    record Input(
            @Description("Directory") String path,
            @Description("Glob") String pattern,

            @Description("Globs to skip") @Name("excludePatterns") @Default("")
            List<String> excludePatterns,

            @Description("Kind") @Default("any") Type type,

            @Description("Page size") @Range(min = 1, max = 5_000) @Default("500")
            int maxResults,

            @Description("Skip what Git ignores") @Default("false")
            boolean respectGitignore,

            @Description("nextCursor") @Nullable String cursor) {}

    record Output(
            String content,
            List<String> matches,
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

    SearchFiles(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Output call(Input input, Call call) {
        Glob glob = Glob.forSearch(input.pattern());
        Place place = sandbox.resolve(input.path());
        String after = input.cursor() == null ? null : Cursor.key(input.cursor());
        List<String> found = new ArrayList<>();
        Walk walk = new Walk(
                Walk.Filter.of(input.excludePatterns(), input.respectGitignore(), after), call::checkCancelled);
        try (Directory directory = sandbox.directory(place)) {
            walk.run(directory, entry -> {
                boolean match = wanted(input.type(), entry.entry()) && glob.matches(entry.path());
                if (match && found.size() == input.maxResults()) {
                    return Walk.Next.STOP;
                }
                if (match) {
                    found.add(entry.path());
                }
                return Walk.Next.ENTER;
            });
        }
        List<String> matches =
                found.stream().map(path -> place.below(path).shown()).toList();
        return new Output(
                matches.isEmpty()
                        ? "No matches found"
                        : matches.stream().map(Names::visible).collect(Collectors.joining("\n")),
                matches,
                walk.denied(),
                walk.stopped(),
                walk.stopped() ? Cursor.after(found.get(found.size() - 1)) : null);
    }

    private static boolean wanted(Type type, Entry entry) {
        return switch (type) {
            case ANY -> true;
            case FILE -> entry.isFile();
            case DIRECTORY -> entry.isDirectory();
        };
    }
}
