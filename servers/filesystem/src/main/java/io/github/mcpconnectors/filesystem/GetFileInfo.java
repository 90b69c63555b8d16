package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Details;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.FileHash;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "get_file_info",
        title = "Get File Info",
        description = "Tells size, times, permissions and kind of a file, directory or link.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GetFileInfo implements ToolHandler<GetFileInfo.Input, GetFileInfo.Output> {

    enum Hash {
        NONE,
        SHA256
    }

    record Input(
            @Description("Path") String path,

            @Description("Also hash it") @Default("none") Hash hash) {}

    record Output(
            String content,
            Entry.Type type,
            long size,
            Instant created,
            Instant modified,
            @Nullable String mode,
            @Nullable String owner,
            @Nullable String mime,
            @Nullable String encoding,

            @Description("Where a link leads, if inside") @Nullable
            String symlinkTarget,

            @Description("Names that this file has on the disk") @Nullable
            Integer links,

            @Nullable String sha256)
            implements TextResult {}

    private final TextFiles texts;
    private final Sandbox sandbox;

    GetFileInfo(TextFiles texts) {
        this.texts = texts;
        this.sandbox = texts.sandbox();
    }

    @Override
    public Output call(Input input, Call call) {
        Place place = sandbox.resolveEntry(input.path());
        Entry entry = sandbox.stat(place);
        Optional<Details> details = Details.of(place, entry);
        Optional<Place> target = entry.type() == Entry.Type.SYMLINK ? sandbox.target(place) : Optional.empty();
        return new Output(
                text(entry),
                entry.type(),
                entry.size(),
                entry.created(),
                entry.modified(),
                entry.permissions(),
                details.map(Details::owner).orElse(null),
                entry.isFile() ? MediaTypes.of(place.name()) : null,
                entry.isFile() ? texts.encoding(place, call) : null,
                target.map(Place::shown).orElse(null),
                details.map(Details::links).orElse(null),
                entry.isFile() && input.hash() == Hash.SHA256 ? new FileHash(sandbox, place, call).hex() : null);
    }

    /** The lines of the reference server, with times that a machine can read. */
    private static String text(Entry entry) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("size: " + entry.size());
        lines.add("created: " + entry.created());
        lines.add("modified: " + entry.modified());
        lines.add("accessed: " + entry.accessed());
        lines.add("isDirectory: " + entry.isDirectory());
        lines.add("isFile: " + entry.isFile());
        lines.add("isSymbolicLink: " + (entry.type() == Entry.Type.SYMLINK));
        lines.add("permissions: " + (entry.permissions() == null ? "unknown" : octal(entry.permissions())));
        return lines.toString();
    }

    /** rwxr-xr-x as 755. */
    private static String octal(String permissions) {
        int bits = 0;
        for (int i = 0; i < permissions.length(); i++) {
            bits = bits * 2 + (permissions.charAt(i) == '-' ? 0 : 1);
        }
        return String.format("%03o", bits);
    }
}
