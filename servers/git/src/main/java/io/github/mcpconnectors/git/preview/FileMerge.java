package io.github.mcpconnectors.git.preview;

import io.github.mcpconnectors.git.preview.PredictedConflict.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.merge.ContentMergeStrategy;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of one file, in the way and in the words of git's ort strategy. */
final class FileMerge {

    private static final int LARGEST_TEXT = 16 * 1024 * 1024;
    private static final int BINARY_IN_FIRST = 8_000;

    private final ObjectReader reader;

    FileMerge(ObjectReader reader) {
        this.reader = reader;
    }

    /**
     * What a file becomes.
     *
     * @param result null when it is gone, or undecided
     * @param conflict null when it is decided
     */
    record Outcome(@Nullable Version result, @Nullable Kind conflict, int places) {

        static Outcome decided(@Nullable Version result) {
            return new Outcome(result, null, 0);
        }

        static Outcome conflict(Kind kind, int places) {
            return new Outcome(null, kind, places);
        }
    }

    Outcome of(Sides sides) throws IOException {
        Version ours = sides.ours();
        Version theirs = sides.theirs();
        if (sides.isTrivial()) {
            return Outcome.decided(sides.outcome());
        }
        if (ours == null || theirs == null) {
            return Outcome.conflict(ours == null ? Kind.DELETED_BY_US : Kind.DELETED_BY_THEM, 0);
        }
        if (ours.isSubmodule() || theirs.isSubmodule()) {
            return Outcome.conflict(Kind.SUBMODULE, 0);
        }
        if (ours.type() != theirs.type()) {
            return Outcome.conflict(Kind.DIFFERENT_TYPES, 0);
        }
        Version base = sides.base() != null && sides.base().type() == ours.type() ? sides.base() : null;
        Kind kind = base == null ? Kind.BOTH_ADDED : Kind.BOTH_MODIFIED;
        if (!ours.isPlain() || (base == null && ours.mode() != theirs.mode())) {
            return Outcome.conflict(kind, 0);
        }
        int mode = base != null && base.mode() == ours.mode() ? theirs.mode() : ours.mode();
        return content(base, ours, theirs, new Wanted(mode, kind, sides.driver()));
    }

    /** What is known before the contents are read. */
    private record Wanted(int mode, Kind kind, @Nullable Attribute driver) {

        boolean isBinary() {
            return driver != null && (driver.getState() == Attribute.State.UNSET || "binary".equals(driver.getValue()));
        }

        ContentMergeStrategy strategy() {
            return driver != null && "union".equals(driver.getValue())
                    ? ContentMergeStrategy.UNION
                    : ContentMergeStrategy.CONFLICT;
        }
    }

    private Outcome content(@Nullable Version base, Version ours, Version theirs, Wanted wanted) throws IOException {
        if (ours.id().equals(theirs.id()) || (base != null && base.id().equals(theirs.id()))) {
            return Outcome.decided(new Version(wanted.mode(), ours.id()));
        }
        if (base != null && base.id().equals(ours.id())) {
            return Outcome.decided(new Version(wanted.mode(), theirs.id()));
        }
        RawText ourText = text(ours);
        RawText theirText = text(theirs);
        RawText baseText = base == null ? RawText.EMPTY_TEXT : text(base);
        if (ourText == null || theirText == null || baseText == null || wanted.isBinary()) {
            return Outcome.conflict(Kind.BINARY, 0);
        }
        if (base == null && (ourText.size() == 0 || theirText.size() == 0)) {
            return Outcome.decided(new Version(wanted.mode(), (ourText.size() == 0 ? theirs : ours).id()));
        }
        MergeAlgorithm algorithm = new MergeAlgorithm(new HistogramDiff());
        algorithm.setContentMergeStrategy(wanted.strategy());
        MergeResult<RawText> merged = algorithm.merge(RawTextComparator.DEFAULT, baseText, ourText, theirText);
        return merged.containsConflicts()
                ? Outcome.conflict(wanted.kind(), places(merged))
                : Outcome.decided(new Version(wanted.mode(), id(merged)));
    }

    private static int places(MergeResult<RawText> merged) {
        int places = 0;
        for (MergeChunk chunk : merged) {
            places += chunk.getConflictState() == MergeChunk.ConflictState.FIRST_CONFLICTING_RANGE ? 1 : 0;
        }
        return places;
    }

    private static ObjectId id(MergeResult<RawText> merged) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MergeFormatter().formatMerge(out, merged, List.of("base", "ours", "theirs"), StandardCharsets.UTF_8);
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, out.toByteArray());
        }
    }

    /** Null for what is too large, or binary as git sees it; JGit would take a lone carriage return for binary. */
    private @Nullable RawText text(Version version) throws IOException {
        ObjectLoader loader = reader.open(version.id(), Constants.OBJ_BLOB);
        if (loader.getSize() > LARGEST_TEXT) {
            return null;
        }
        byte[] bytes = loader.getCachedBytes(LARGEST_TEXT);
        for (int i = 0; i < Math.min(bytes.length, BINARY_IN_FIRST); i++) {
            if (bytes[i] == 0) {
                return null;
            }
        }
        return new RawText(bytes);
    }
}
