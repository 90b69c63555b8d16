package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.content.Piece;
import io.github.mcpconnectors.git.content.StoredFile;
import io.github.mcpconnectors.shared.TextResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What git_read_file answers. */
record ReadFileOutput(
        String content,
        String type,
        String encoding,
        long sizeBytes,
        long endLine,
        boolean truncated,
        @Nullable Long nextOffset,
        @Nullable Long nextByte,
        boolean untrusted)
        implements TextResult {

    private static final String LFS = "version https://git-lfs.github.com/spec/";

    static ReadFileOutput of(StoredFile file, long size, Piece piece) {
        return new ReadFileOutput(
                piece.text(),
                file.type().name().toLowerCase(Locale.ROOT),
                piece.encoding(),
                size,
                piece.endLine(),
                piece.cut(),
                piece.nextOffset(),
                piece.nextByte(),
                true);
    }

    @Override
    public @Nullable String note() {
        return Notes.of(
                type.equals("symlink") ? "This is a symbolic link, which was not followed." : null,
                content.startsWith(LFS) ? "This is a Git LFS pointer; the file itself is not in the repository." : null,
                encoding.equals("UTF-8") ? null : "This is not UTF-8 and was read as " + encoding + ".",
                truncated ? "Cut here; " + next() : null);
    }

    private String next() {
        return nextByte == null
                ? "call again with offset " + nextOffset + " for the rest (" + sizeBytes + " bytes in all)."
                : "this line goes on: call again with from_byte " + nextByte + ".";
    }
}
