package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;

import io.github.mcpconnectors.shared.ToolException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an index before JGit does (gitformat-index(5)): what JGit does not know is told from damage by the extensions
 * behind the entries, and a damaged length never becomes an array.
 */
final class IndexCheck {

    private static final int MAGIC = 0x44495243;
    private static final int HASH = 20;
    private static final int FIXED = 62;
    private static final int EXTENDED = 0x4000;
    private static final int LONG_NAME = 0xfff;

    private final String shown;
    private final DataInputStream in;
    private final int version;
    private long left;

    private IndexCheck(String shown, DataInputStream in, long size) throws IOException {
        this.shown = shown;
        this.in = in;
        if (in.readInt() != MAGIC) {
            throw damaged(null);
        }
        this.version = in.readInt();
        this.left = size - 8;
    }

    /** Refuses an index that JGit would misread or fail on. */
    static void check(Path index, String shown) {
        if (!Files.exists(index)) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(index), 1 << 16))) {
            IndexCheck check = new IndexCheck(shown, in, Files.size(index));
            check.entries();
            check.extensions();
        } catch (EOFException e) {
            throw damaged(shown, e);
        } catch (IOException e) {
            throw Failures.of(e, shown);
        }
    }

    private void entries() throws IOException {
        int number = in.readInt();
        left -= 4;
        if (version < 2 || version > 4 || number < 0 || number > left / FIXED) {
            throw damaged(null);
        }
        for (int i = 0; i < number; i++) {
            skip(FIXED - 2);
            int flags = in.readUnsignedShort();
            left -= 2;
            boolean extended = version > 2 && (flags & EXTENDED) != 0;
            skip(extended ? 2 : 0);
            name(flags & LONG_NAME, FIXED + (extended ? 2 : 0));
        }
    }

    /** In version 4 names are cut and end with a zero; before, entries are filled with zeros to whole eights. */
    private void name(int length, int before) throws IOException {
        if (version == 4) {
            while ((in.readUnsignedByte() & 0x80) != 0) {
                left--;
            }
            left -= 1 + toZero();
        } else if (length == LONG_NAME) {
            int read = toZero();
            left -= read;
            skip((8 - (before + read) % 8) % 8);
        } else {
            skip(((before + length + 8) & ~7) - before);
        }
    }

    private int toZero() throws IOException {
        int read = 1;
        while (in.readUnsignedByte() != 0) {
            read++;
        }
        return read;
    }

    private void extensions() throws IOException {
        while (left > HASH) {
            byte[] name = in.readNBytes(4);
            long size = in.readInt() & 0xffff_ffffL;
            left -= 8;
            if (size > left) {
                throw damaged(null);
            }
            refuse(new String(name, StandardCharsets.ISO_8859_1));
            skip(size);
        }
    }

    /** A small first letter says that who does not know it cannot read the index. */
    private void refuse(String extension) {
        switch (extension) {
            case "link" -> throw unsupported("split", "git update-index --no-split-index");
            case "sdir" -> throw unsupported("sparse", "git sparse-checkout reapply --no-sparse-index");
            default -> {
                if (!extension.matches("[A-Z].*")) {
                    throw damaged(null);
                }
            }
        }
    }

    private void skip(long bytes) throws IOException {
        in.skipNBytes(bytes);
        left -= bytes;
    }

    private ToolException unsupported(String kind, String command) {
        return new ToolException(
                INVALID,
                "The repository " + shown + " has a " + kind + " index, which this server cannot read. Run " + command
                        + " in it.");
    }

    private ToolException damaged(@Nullable Throwable cause) {
        return damaged(shown, cause);
    }

    private static ToolException damaged(String shown, @Nullable Throwable cause) {
        return new ToolException(
                UNAVAILABLE,
                "The index of " + shown
                        + " is damaged. A person should delete .git/index and run git reset, which keeps"
                        + " the files and forgets what was staged.",
                cause);
    }
}
