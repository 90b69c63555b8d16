package io.github.mcpconnectors.git.content;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** A file of a commit or the index, to be read as a whole or piece by piece. */
public final class Blob {

    private static final int LARGEST = 16 * 1024 * 1024;

    private final ObjectReader reader;
    private final StoredFile file;

    public Blob(ObjectReader reader, StoredFile file) {
        if (file.type() == EntryType.DIRECTORY || file.type() == EntryType.SUBMODULE) {
            throw notText(
                    file,
                    file.type() == EntryType.DIRECTORY
                            ? "a directory; git_list_files lists it."
                            : "a submodule at commit " + file.id().name()
                                    + "; its files are in a repository of its own.");
        }
        this.reader = reader;
        this.file = file;
    }

    /** In bytes. */
    public long size() throws IOException {
        return reader.getObjectSize(file.id(), Constants.OBJ_BLOB);
    }

    /** The whole file, up to 16 MiB. */
    public byte[] bytes() throws IOException {
        // Asked for first, since an object that is stored as a difference is opened by making it.
        if (size() > LARGEST) {
            throw new LargeObjectException.ExceedsLimit(LARGEST, size());
        }
        return reader.open(file.id(), Constants.OBJ_BLOB).getCachedBytes(LARGEST);
    }

    public Piece read(Part part, Call call) throws IOException {
        ObjectLoader loader = reader.open(file.id(), Constants.OBJ_BLOB);
        // What has to be escaped takes up to six times as much room.
        for (int most = Clip.RESULT_CHARS; ; most /= 2) {
            try (InputStream in = loader.openStream()) {
                ByteScan scan = new ByteScan(in, call);
                if (scan.isBinary()) {
                    throw notText(file, "binary (" + loader.getSize() + " bytes) and cannot be shown as text.");
                }
                Piece piece = new PieceReader(scan).read(part, most);
                if (piece != null) {
                    return piece;
                }
            }
        }
    }

    private static ToolException notText(StoredFile file, String what) {
        return new ToolException(Reason.INVALID, Visible.line(file.path()) + " is " + what);
    }
}
