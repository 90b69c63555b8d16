package io.github.mcpconnectors.git.blame;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/** Texts of older versions, of which the last few are kept. */
final class Versions {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int MOST = 4;

    private final ObjectReader reader;
    private final Map<ObjectId, RawText> texts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, RawText> eldest) {
            return size() > MOST;
        }
    };

    Versions(ObjectReader reader) {
        this.reader = reader;
    }

    RawText text(ObjectId blob) throws IOException {
        RawText known = texts.get(blob);
        if (known != null) {
            return known;
        }
        long size = reader.getObjectSize(blob, Constants.OBJ_BLOB);
        if (size > LARGEST) {
            throw new LargeObjectException.ExceedsLimit(LARGEST, size);
        }
        RawText text = new RawText(reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(LARGEST));
        texts.put(blob, text);
        return text;
    }
}
