package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Replacement;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.filesystem.sandbox.WholeFile;
import io.github.mcpconnectors.filesystem.text.DecodedText;
import io.github.mcpconnectors.filesystem.text.Edit;
import io.github.mcpconnectors.filesystem.text.Edits;
import io.github.mcpconnectors.filesystem.text.LineEnding;
import io.github.mcpconnectors.filesystem.text.UnifiedDiff;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.Length;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "edit_file",
        title = "Edit File",
        description =
                "Replaces pieces of a text file and returns the diff. Each oldText must occur once, or set replaceAll.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class EditFile implements ToolHandler<EditFile.Input, EditFile.Output> {

    private static final int MAX_BYTES = 20_000_000;

    record Change(
            @Description("Exact text to find") @Name("oldText")
            String oldText,

            @Description("Replacement") @Name("newText") String newText,

            @Description("Everywhere") @Name("replaceAll") @Default("false")
            boolean replaceAll) {}

    record Input(
            @Description("File") String path,

            @Description("In order") @Length(min = 1) List<Change> edits,

            @Description("Only show") @Name("dryRun") @Default("false")
            boolean dryRun,

            @Description("Refuse unless it still has this hash") @Nullable
            String expectedSha256) {}

    record Output(
            String content,
            boolean applied,
            int replacements,
            LineEnding lineEnding,
            String sha256Before,
            String sha256After)
            implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    EditFile(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Output call(Input input, Call call) {
        Place place = sandbox.resolveForWriting(input.path());
        return writer.alone(place, () -> edit(input, place, call));
    }

    private Output edit(Input input, Place place, Call call) {
        byte[] bytes = WholeFile.read(sandbox, place, MAX_BYTES);
        String sha256 = Digests.hexOf(bytes);
        Replacement replacement = new Replacement(sandbox, writer, place, call);
        replacement.expect(input.expectedSha256(), sha256);
        DecodedText before = DecodedText.of(bytes, "auto");
        Edits.Result result = Edits.apply(before.text(), edits(input));
        byte[] after = before.with(result.text()).encoded();
        if (!input.dryRun()) {
            // Nobody may have written in between: what was read is what is replaced.
            replacement.expect(sha256);
            replacement.write(after);
        }
        return new Output(
                UnifiedDiff.ofEdit(place.shown(), before.text(), result.text()).fenced(),
                !input.dryRun(),
                result.replacements(),
                LineEnding.of(before.text()),
                sha256,
                Digests.hexOf(after));
    }

    private static List<Edit> edits(Input input) {
        return input.edits().stream()
                .map(edit -> new Edit(edit.oldText(), edit.newText(), edit.replaceAll()))
                .toList();
    }
}
