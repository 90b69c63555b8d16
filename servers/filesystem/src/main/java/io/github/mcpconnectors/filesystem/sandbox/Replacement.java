package io.github.mcpconnectors.filesystem.sandbox;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New content for one file, if it still is what the caller believes it to be. */
public final class Replacement {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Sandbox sandbox;
    private final SandboxWriter writer;
    private final Place place;
    private final Call call;

    public Replacement(Sandbox sandbox, SandboxWriter writer, Place place, Call call) {
        this.sandbox = sandbox;
        this.writer = writer;
        this.place = place;
        this.call = call;
    }

    public boolean isNew() {
        try (Directory parent = sandbox.directory(place.parent())) {
            return !place.isRoot() && parent.find(place.name()).isEmpty();
        }
    }

    /** Refuses to go on when the file has another hash by now; without one, everything is fine. */
    public void expect(@Nullable String sha256) {
        if (sha256 == null) {
            return;
        }
        checkForm(sha256);
        expect(sha256, isNew() ? "none, since it does not exist" : sha256());
    }

    /** As above, for a hash that is known already. */
    public void expect(@Nullable String sha256, String found) {
        if (sha256 == null) {
            return;
        }
        checkForm(sha256);
        if (!found.equals(sha256.toLowerCase(Locale.ROOT))) {
            throw new ToolException(
                    Reason.CONFLICT,
                    place.shown() + " has changed: its SHA-256 is " + found + ". Nothing was written; read it again.");
        }
    }

    /** Of what the file holds now. */
    public String sha256() {
        return new FileHash(sandbox, place, call).hex();
    }

    /** A file that exists is a conflict. */
    public void create(byte[] bytes) {
        writer.create(place, out -> out.write(bytes));
    }

    public void write(byte[] bytes) {
        writer.write(place, out -> out.write(bytes));
    }

    /** The old content is copied into the new file, so that a reader sees one or the other and never a part. */
    public void append(byte[] bytes) {
        if (isNew()) {
            create(bytes);
            return;
        }
        writer.write(place, out -> {
            try (InputStream old = Channels.newInputStream(sandbox.open(place))) {
                old.transferTo(out);
            }
            out.write(bytes);
        });
    }

    private static void checkForm(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new ToolException(
                    Reason.INVALID,
                    "expected_sha256 must be 64 hexadecimal digits, as read_text_file and get_file_info give it");
        }
    }
}
