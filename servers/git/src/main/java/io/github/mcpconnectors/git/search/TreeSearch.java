package io.github.mcpconnectors.git.search;

import io.github.mcpconnectors.git.content.Blob;
import io.github.mcpconnectors.git.content.Decoded;
import io.github.mcpconnectors.git.content.EntryType;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.content.StoredFile;
import io.github.mcpconnectors.shared.Call;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.errors.LargeObjectException;
import org.jspecify.annotations.Nullable;

/** Looks for lines in one file of a snapshot after the other, for some seconds. */
public final class TreeSearch {

    /** Ends the search in a file from inside. */
    private static final class TimeUp extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TimeUp() {
            super(null, null, false, false);
        }
    }

    private static final int FILES_PER_NOTE = 1_000;

    private final Snapshot snapshot;
    private final SearchRequest request;
    private final Call call;
    private final long start = System.nanoTime();
    private final long nanos;
    private final SearchPage page;
    private final @Nullable PathGlob glob;
    private int searched;
    private int passedOver;

    /** Ends its page after so long, wherever it is. */
    public TreeSearch(Snapshot snapshot, SearchRequest request, Duration most, Call call) {
        this.snapshot = snapshot;
        this.request = request;
        this.call = call;
        this.nanos = most.toNanos();
        this.page = new SearchPage(request.context(), request.cursor());
        this.glob = PathGlob.is(request.path()) ? PathGlob.of(request.path()) : null;
    }

    public SearchPage run() throws IOException {
        snapshot.each(glob == null ? request.path() : "", true, this::visit);
        return page;
    }

    /** How many files were too large, or took too long. */
    public int passedOver() {
        return passedOver;
    }

    private boolean visit(StoredFile file) throws IOException {
        // Links and submodules are no files, as for git grep.
        if (file.type() != EntryType.FILE || !page.wants(file) || (glob != null && !glob.matches(file.path()))) {
            return true;
        }
        if (searched > 0 && isTimeUp()) {
            page.end();
            return false;
        }
        if (++searched % FILES_PER_NOTE == 0) {
            call.progress(searched, 0, "Searched " + searched + " files");
        }
        try {
            return search(file, new Blob(snapshot.reader(), file).bytes());
        } catch (LargeObjectException | TimeUp e) {
            passedOver++;
            page.done(file);
            return true;
        }
    }

    private boolean search(StoredFile file, byte[] bytes) {
        if (Decoded.isBinary(bytes, bytes.length)) {
            page.done(file);
            return true;
        }
        String content = Decoded.of(bytes, bytes.length).text();
        // One more than fit tells whether there is more.
        int most = SearchPage.MOST + 1;
        return page.add(file, request.pattern().lines(content, page.given(file), most, this::check));
    }

    private void check() {
        call.checkCancelled();
        if (isTimeUp()) {
            throw new TimeUp();
        }
    }

    private boolean isTimeUp() {
        return System.nanoTime() - start > nanos;
    }
}
