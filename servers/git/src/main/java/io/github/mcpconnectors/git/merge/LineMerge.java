package io.github.mcpconnectors.git.merge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.ContentMergeStrategy;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;

/** The merge of the lines of a text, with conflicts cut as git cuts them: small, but not nearer than four lines (xmerge.c). */
final class LineMerge {

    private static final int NEAR = 3;

    /** Some lines of one text, or the two sides of a conflict, ours and theirs. */
    private record Piece(int source, int begin, int end, int theirsBegin, int theirsEnd) {

        static final int CONFLICT = -1;

        boolean isConflict() {
            return source == CONFLICT;
        }
    }

    private final Lines base;
    private final Lines ours;
    private final Lines theirs;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param union whether to take the lines of both sides instead of a conflict */
    LineMerge(Lines base, Lines ours, Lines theirs, boolean union) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        MergeAlgorithm algorithm = new MergeAlgorithm(new HistogramDiff());
        algorithm.setContentMergeStrategy(union ? ContentMergeStrategy.UNION : ContentMergeStrategy.CONFLICT);
        MergeResult<RawText> result = algorithm.merge(RawTextComparator.DEFAULT, base, ours, theirs);
        MergeChunk first = null;
        for (MergeChunk chunk : result) {
            ConflictState state = chunk.getConflictState();
            if (state == ConflictState.NO_CONFLICT) {
                pieces.add(new Piece(chunk.getSequenceIndex(), chunk.getBegin(), chunk.getEnd(), 0, 0));
            } else if (state == ConflictState.FIRST_CONFLICTING_RANGE) {
                first = chunk;
            } else if (state == ConflictState.NEXT_CONFLICTING_RANGE && first != null) {
                refine(first, chunk);
            }
        }
        join();
    }

    /** How many there are. */
    int conflicts() {
        return (int) pieces.stream().filter(Piece::isConflict).count();
    }

    /** Lines that both sides of a conflict have in common are no part of it. */
    private void refine(MergeChunk one, MergeChunk other) {
        Lines left = ours.part(one.getBegin(), one.getEnd());
        Lines right = theirs.part(other.getBegin(), other.getEnd());
        int done = one.getBegin();
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, left, right)) {
            int begin = one.getBegin() + edit.getBeginA();
            if (begin > done) {
                pieces.add(new Piece(1, done, begin, 0, 0));
            }
            done = one.getBegin() + edit.getEndA();
            int theirsBegin = other.getBegin();
            pieces.add(new Piece(
                    Piece.CONFLICT, begin, done, theirsBegin + edit.getBeginB(), theirsBegin + edit.getEndB()));
        }
        if (done < one.getEnd()) {
            pieces.add(new Piece(1, done, one.getEnd(), 0, 0));
        }
    }

    /** Conflicts with only a few common lines between them are easier to read as one. */
    private void join() {
        int last = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).isConflict()) {
                continue;
            }
            if (last >= 0 && near(pieces.get(last), pieces.get(i))) {
                Piece first = pieces.get(last);
                Piece second = pieces.get(i);
                pieces.subList(last, i + 1).clear();
                pieces.add(
                        last,
                        new Piece(
                                Piece.CONFLICT, first.begin(), second.end(), first.theirsBegin(), second.theirsEnd()));
                i = last;
            }
            last = i;
        }
    }

    private boolean near(Piece first, Piece second) {
        int gap = second.begin() - first.end();
        if (gap > NEAR || gap != second.theirsBegin() - first.theirsEnd()) {
            return false;
        }
        for (int i = 0; i < gap; i++) {
            if (!RawTextComparator.DEFAULT.equals(ours, first.end() + i, theirs, first.theirsEnd() + i)) {
                return false;
            }
        }
        return true;
    }

    byte[] text(Labels labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            if (piece.isConflict()) {
                conflict(out, piece, labels, crlf(piece) ? "\r\n" : "\n");
            } else {
                List.of(base, ours, theirs).get(piece.source()).write(out, piece.begin(), piece.end());
            }
        }
        return out.toByteArray();
    }

    private void conflict(ByteArrayOutputStream out, Piece piece, Labels labels, String end) {
        out.writeBytes((labels.marker("<", " " + labels.ours()) + end).getBytes(StandardCharsets.UTF_8));
        ours.writeEnded(out, piece.begin(), piece.end(), end);
        out.writeBytes((labels.marker("=", "") + end).getBytes(StandardCharsets.UTF_8));
        theirs.writeEnded(out, piece.theirsBegin(), piece.theirsEnd(), end);
        out.writeBytes((labels.marker(">", " " + labels.theirs()) + end).getBytes(StandardCharsets.UTF_8));
    }

    /** Markers end as the lines before them do, if those agree. */
    private boolean crlf(Piece piece) {
        return ours.isCrlf(Math.max(0, piece.begin() - 1))
                && theirs.isCrlf(Math.max(0, piece.theirsBegin() - 1))
                && (base.size() == 0 || base.isCrlf(0));
    }
}
