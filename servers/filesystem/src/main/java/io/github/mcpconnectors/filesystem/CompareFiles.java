package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.text.UnifiedDiff;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "compare_files",
        title = "Compare Files",
        description = "Shows how two text files differ, as a unified diff.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class CompareFiles implements ToolHandler<CompareFiles.Input, CompareFiles.Output> {

    private static final int MAX_BYTES = 10_000_000;

    record Input(
            @Description("Old file") String pathA,
            @Description("New file") String pathB,

            @Description("Lines around") @Range(min = 0, max = 100) @Default("3")
            int contextLines) {}

    record Output(
            String content,
            boolean identical,
            int added,
            int removed,

            @Description("Changes may be shown larger than they are")
            boolean approximate,

            boolean truncated,
            boolean untrusted)
            implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "The diff is cut; read the files for the rest." : null;
        }
    }

    private final TextFiles texts;

    CompareFiles(TextFiles texts) {
        this.texts = texts;
    }

    @Override
    public Output call(Input input, Call call) {
        UnifiedDiff.Side before = side(input.pathA(), call);
        UnifiedDiff.Side after = side(input.pathB(), call);
        boolean identical = before.text().equals(after.text());
        UnifiedDiff diff = UnifiedDiff.between(before, after, input.contextLines());
        return new Output(
                identical ? "The files have the same text" : diff.text(),
                identical,
                diff.added(),
                diff.removed(),
                diff.approximate(),
                diff.truncated(),
                true);
    }

    private UnifiedDiff.Side side(String path, Call call) {
        Place place = texts.sandbox().resolve(path);
        return new UnifiedDiff.Side(
                place.shown(), null, texts.whole(place, MAX_BYTES, call).text());
    }
}
