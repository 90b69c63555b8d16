package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Replacement;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.ToolHandler;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "write_file",
        title = "Write File",
        description = "Creates a file or replaces all of it. To change a part use edit_file.",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class WriteFile implements ToolHandler<WriteFile.Input, WriteFile.Output> {

    enum Encoding {
        TEXT,
        BASE64
    }

    enum Mode {
        OVERWRITE,
        CREATE,
        APPEND
    }

    record Input(
            @Description("File") String path,
            @Description("Text, or base64") String content,
            @Description("Of content") @Default("text") Encoding encoding,

            @Description("create: refuse if it exists") @Default("overwrite")
            Mode mode,

            @Description("Make missing directories") @Default("false")
            boolean createParents,

            @Description("Refuse unless it still has this hash") @Nullable
            String expectedSha256) {}

    record Output(String content, long bytesWritten, boolean created, String sha256) implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    WriteFile(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Output call(Input input, Call call) {
        byte[] bytes = bytes(input);
        Place place = sandbox.resolveForWriting(input.path());
        if (input.createParents()) {
            writer.createDirectories(place.parent());
        }
        return writer.alone(place, () -> write(input, bytes, new Replacement(sandbox, writer, place, call)));
    }

    private static Output write(Input input, byte[] bytes, Replacement file) {
        file.expect(input.expectedSha256());
        boolean created = file.isNew();
        switch (input.mode()) {
            case OVERWRITE -> file.write(bytes);
            case CREATE -> file.create(bytes);
            case APPEND -> file.append(bytes);
        }
        String sha256 = input.mode() == Mode.APPEND ? file.sha256() : Digests.hexOf(bytes);
        return new Output("Successfully wrote to " + input.path(), bytes.length, created, sha256);
    }

    private static byte[] bytes(Input input) {
        if (input.encoding() == Encoding.TEXT) {
            return utf8(input.content());
        }
        try {
            return Base64.getDecoder().decode(input.content().replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new ToolException(Reason.INVALID, "content is not valid base64; nothing was written", e);
        }
    }

    /** Half a character would be stored as a question mark, without a word. */
    private static byte[] utf8(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new ToolException(
                    Reason.INVALID, "content holds half of a character (a lone surrogate); nothing was written");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
