package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.text.Selection;
import io.github.mcpconnectors.filesystem.text.TextRequest;
import io.github.mcpconnectors.filesystem.text.TextSlice;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "read_multiple_files",
        title = "Read Multiple Files",
        description = "Reads several text files, each under its path; one that fails does not stop the others.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ReadMultipleFiles implements ToolHandler<ReadMultipleFiles.Input, ReadMultipleFiles.Output> {

    record Input(
            @Description("Files") @Length(min = 1, max = 50) List<String> paths,

            @Description("First N lines of each") @Range(min = 1) @Nullable
            Long head,

            @Description("Cut after") @Range(min = 1, max = 1_000_000) @Default("100000")
            int maxTotalBytes) {}

    record File(
            String path,
            boolean ok,
            @Nullable String error,
            @Nullable String encoding,
            @Nullable Boolean truncated,
            @Nullable Long nextOffset) {}

    record Output(String content, List<File> files, boolean untrusted) implements TextResult {

        @Override
        public @Nullable String note() {
            long cut = files.stream()
                    .filter(file -> Boolean.TRUE.equals(file.truncated()))
                    .count();
            return cut == 0 ? null : cut + " files were cut; read_text_file goes on at nextOffset.";
        }
    }

    private final TextFiles texts;

    ReadMultipleFiles(TextFiles texts) {
        this.texts = texts;
    }

    @Override
    public Output call(Input input, Call call) {
        List<String> parts = new ArrayList<>();
        List<File> files = new ArrayList<>();
        int left = input.maxTotalBytes();
        for (String path : input.paths()) {
            try {
                TextSlice slice = read(path, input.head(), left, call);
                left -= slice.text().getBytes(StandardCharsets.UTF_8).length;
                parts.add(path + ":\n" + slice.text() + "\n");
                String encoding = slice.format().encoding().label();
                files.add(new File(
                        path,
                        true,
                        null,
                        encoding,
                        slice.truncated(),
                        slice.position().nextOffset()));
            } catch (ToolException e) {
                parts.add(Clip.head(path, 300) + ": Error - " + e.getMessage());
                files.add(new File(Clip.head(path, 300), false, e.getMessage(), null, null, null));
            }
        }
        return new Output(String.join("\n---\n", parts), files, true);
    }

    private TextSlice read(String path, @Nullable Long head, int left, Call call) {
        if (left <= 0) {
            throw new ToolException(
                    ToolException.Reason.INVALID, "not read, since the files before it filled max_total_bytes");
        }
        Selection selection = Selection.of(head, null, null, null);
        return texts.read(texts.sandbox().resolve(path), new TextRequest(selection, "auto", left, false), call);
    }
}
