package io.github.mcpconnectors.git.blame;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** A file in a commit, and the lines that came from there or before. */
final class Suspect {

    private final RevCommit commit;
    private final String path;
    private final ObjectId blob;
    private final List<Stretch> lines = new ArrayList<>();

    Suspect(RevCommit commit, String path, ObjectId blob) {
        this.commit = commit;
        this.path = path;
        this.blob = blob;
    }

    RevCommit commit() {
        return commit;
    }

    String path() {
        return path;
    }

    ObjectId blob() {
        return blob;
    }

    List<Stretch> lines() {
        return lines;
    }

    /** Hands those lines to an older file that were there already, and keeps the others. */
    void pass(Suspect older, KeptLines kept) {
        List<Stretch> mine = new ArrayList<>();
        for (Stretch stretch : lines) {
            split(stretch, kept, older.lines, mine);
        }
        lines.clear();
        lines.addAll(mine);
    }

    private static void split(Stretch whole, KeptLines kept, List<Stretch> passed, List<Stretch> mine) {
        for (int from = 0; from < whole.length(); ) {
            int source = whole.source() + from;
            int length = Math.min(kept.run(source), whole.length() - from);
            int older = kept.older(source);
            int at = whole.result() + from;
            (older < 0 ? mine : passed).add(new Stretch(at, older < 0 ? source : older, length));
            from += length;
        }
    }
}
