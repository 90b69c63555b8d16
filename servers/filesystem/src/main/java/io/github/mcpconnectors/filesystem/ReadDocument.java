package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Fence;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.documents.DocumentText;
import io.github.mcpconnectors.shared.documents.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "read_document",
        title = "Read Document",
        description = "Reads the text of a PDF, Word, Excel, PowerPoint, HTML, eml or CSV file.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ReadDocument implements ToolHandler<ReadDocument.Input, ReadDocument.Output> {

    record Input(
            @Description("Document") String path,

            @Description("Such as 1-5") @Nullable String pages,

            @Description("Name or number") @Nullable String sheet,

            @Description("Such as A1:F50") @Nullable String range,

            @Description("First character") @Range(min = 0, max = 50_000_000) @Default("0")
            int offset,

            @Description("Cut after") @Range(min = 1, max = 500_000) @Default("60000")
            int maxChars) {}

    record Output(
            @Description("Fenced, since others wrote it") String content,
            String format,
            @Nullable String title,
            @Description("In the whole document") @Nullable Integer pages,
            List<String> sheets,
            boolean truncated,
            @Nullable Integer nextOffset,
            boolean untrusted)
            implements TextResult {

        @Override
        public @Nullable String note() {
            if (nextOffset != null) {
                return "Cut here; call again with offset " + nextOffset + " for more.";
            }
            return truncated ? "The document is longer than can be read here; choose pages, a sheet or a range." : null;
        }
    }

    private final DocumentFiles documents;

    ReadDocument(DocumentFiles documents) {
        this.documents = documents;
    }

    @Override
    public Output call(Input input, Call call) {
        Place place = documents.sandbox().resolve(input.path());
        Selection selection = new Selection(input.pages(), input.sheet(), input.range());
        int end = input.offset() + input.maxChars();
        DocumentText document = documents.read(place, selection, end + 1, call);
        String text = Clip.head(document.text(), end);
        boolean more = text.length() < document.text().length();
        String part = text.substring(Math.min(input.offset(), text.length()));
        return new Output(
                Fence.around(document.format() + " document", part),
                document.format(),
                document.title(),
                document.pages(),
                document.sheets(),
                more || document.truncated(),
                more ? (Integer) text.length() : null,
                true);
    }
}
