package io.github.mcpconnectors.filesystem.text;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The line indexes of the few files read last, about 1 MB in all. */
final class LineIndexes {

    private static final int FILES = 8;

    private final Map<FileStamp, LineIndex> recent = Collections.synchronizedMap(new Recent());

    /** The index of all of a file. */
    LineIndex complete(TextSource source, Runnable check) throws IOException {
        return reaching(Long.MAX_VALUE, Long.MAX_VALUE, source, check);
    }

    /** An index that knows where the line begins, or is complete. */
    LineIndex reachingLine(long line, TextSource source, Runnable check) throws IOException {
        return reaching(line - 1, Long.MAX_VALUE, source, check);
    }

    /** An index that knows which line the byte belongs to. */
    LineIndex reachingByte(long offset, TextSource source, Runnable check) throws IOException {
        return reaching(Long.MAX_VALUE, offset, source, check);
    }

    @Nullable
    LineIndex known(@Nullable FileStamp stamp) {
        return stamp == null ? null : recent.get(stamp);
    }

    private LineIndex reaching(long newlines, long offset, TextSource source, Runnable check) throws IOException {
        LineIndex known = known(source.stamp());
        LineIndex index = known == null ? LineIndex.EMPTY : known;
        if (!index.reaches(newlines, offset)) {
            index = index.extend(source.bytes(), newlines, offset, check);
            if (source.stamp() != null) {
                recent.put(source.stamp(), index);
            }
        }
        return index;
    }

    /** Forgets the file that was not asked for longest. */
    private static final class Recent extends LinkedHashMap<FileStamp, LineIndex> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(FILES * 2, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileStamp, LineIndex> eldest) {
            return size() > FILES;
        }
    }
}
