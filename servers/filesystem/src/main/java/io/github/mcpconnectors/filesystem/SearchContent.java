package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.text.ContentQuery;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "search_content",
        title = "Search Content",
        description = "Finds lines by text or RE2 regular expression in all files below a directory, or in one file.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false,
        longRunning = true)
final class SearchContent implements ToolHandler<SearchContent.Input, SearchContent.Output> {

    enum Mode {
        MATCHES,
        FILES,
        COUNT
    }

    record Input(
            @Description("Directory or file") String path,
            @Description("Text to find") String query,

            @Description("query is a pattern") @Default("false")
            boolean regex,

            @Description("Globs, such as *.java") @Default("")
            List<String> include,

            @Description("Globs to skip") @Default("") List<String> exclude,

            @Description("Ignore case") @Default("false") boolean ignoreCase,

            @Description("Whole words") @Default("false") boolean wholeWord,

            @Description("Match across lines") @Default("false")
            boolean multiline,

            @Description("Lines around") @Range(min = 0, max = 20) @Default("0")
            int contextLines,

            @Description("Result") @Default("matches") Mode mode,

            @Description("Page size") @Range(min = 1, max = 2_000) @Default("200")
            int maxResults,

            @Description("Skip larger files") @Range(min = 1, max = 100_000_000_000L) @Default("100000000")
            long maxFileBytes,

            @Description("Skip what Git ignores") @Default("false")
            boolean respectGitignore,

            @Description("nextCursor") @Nullable String cursor) {

        ContentQuery toQuery() {
            return new ContentQuery(query, regex, ignoreCase, wholeWord, multiline);
        }
    }

    record Skipped(int binary, int tooLarge, int denied) {}

    record Output(
            String content,
            List<SearchResults.Match> matches,
            List<SearchResults.FileCount> files,
            int filesSearched,
            Skipped filesSkipped,
            boolean truncated,

            @Description("Whether the time limit ended the search")
            boolean timedOut,

            @Nullable String nextCursor,
            long elapsedMs,
            boolean untrusted)
            implements TextResult {

        @Override
        public @Nullable String note() {
            List<String> notes = new ArrayList<>();
            if (filesSkipped.tooLarge() > 0) {
                notes.add("Files skipped as too large: " + filesSkipped.tooLarge()
                        + "; set max_file_bytes higher to include them (UTF-16 up to 16 MiB).");
            }
            String why = timedOut ? "Time was up after " + filesSearched + " files" : "There is more";
            if (nextCursor != null) {
                notes.add(why + "; call again with cursor " + nextCursor + " to go on.");
            }
            return notes.isEmpty() ? null : String.join(" ", notes);
        }
    }

    private final Sandbox sandbox;
    private final FilesystemSettings settings;

    SearchContent(Sandbox sandbox, FilesystemSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
    }

    @Override
    public Output call(Input input, Call call) {
        try (ContentSearch search = new ContentSearch(input, settings.seconds(), call)) {
            Output output = search.run(sandbox, sandbox.resolve(input.path()));
            // What was found until then is no result that anybody waits for.
            call.checkCancelled();
            return output;
        }
    }
}
