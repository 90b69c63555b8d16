package io.github.mcpconnectors.git.merge;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Merges the versions of one file. */
final class FileMerge {

    /** What a file becomes; null when it is deleted. */
    record Result(@Nullable Version file, boolean clean) {}

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final boolean forAncestor;

    /** @param forAncestor whether the result is only the ancestor for another merge, where nobody can be asked */
    FileMerge(ObjectInserter inserter, ObjectReader reader, boolean forAncestor) {
        this.inserter = inserter;
        this.reader = reader;
        this.forAncestor = forAncestor;
    }

    Result merge(Versions versions, Labels labels, MergeRule rule) throws IOException {
        Version ours = versions.ours();
        Version theirs = versions.theirs();
        if (Objects.equals(ours, theirs) || Objects.equals(versions.base(), theirs)) {
            return new Result(ours, true);
        }
        if (Objects.equals(versions.base(), ours)) {
            return new Result(theirs, true);
        }
        return ours == null || theirs == null ? gone(versions) : both(versions.base(), ours, theirs, labels, rule);
    }

    /** One side deleted what the other changed or renamed. */
    Result gone(Versions versions) {
        Version left = versions.ours() == null ? versions.theirs() : versions.ours();
        return new Result(forAncestor ? versions.base() : left, false);
    }

    private Result both(@Nullable Version base, Version ours, Version theirs, Labels labels, MergeRule rule)
            throws IOException {
        if (!ours.sameKind(theirs)) {
            throw new ToolException(
                    INVALID,
                    "One side has a file where the other has a link or a submodule: " + rule.shown()
                            + ". Only the git program can merge that.");
        }
        Version ancestor = base != null && base.sameKind(ours) ? base : null;
        boolean oursMode = ours.mode().equals(Version.modeOf(ancestor));
        boolean modeClean =
                oursMode || ours.mode().equals(theirs.mode()) || theirs.mode().equals(Version.modeOf(ancestor));
        FileMode mode = oursMode ? theirs.mode() : ours.mode();
        if (ours.id().equals(theirs.id()) || theirs.id().equals(Version.idOf(ancestor))) {
            return new Result(new Version(ours.id(), mode), modeClean);
        }
        if (ours.id().equals(Version.idOf(ancestor))) {
            return new Result(new Version(theirs.id(), mode), modeClean);
        }
        Result content = ours.isFile() ? content(ancestor, ours, theirs, labels, rule) : undecided(ancestor, ours);
        Version file = Objects.requireNonNull(content.file());
        return new Result(new Version(file.id(), mode), content.clean() && modeClean);
    }

    private Result content(@Nullable Version base, Version ours, Version theirs, Labels labels, MergeRule rule)
            throws IOException {
        MergeRule.Way way = rule.way();
        Lines baseText = base == null ? new Lines(new byte[0]) : text(base.id());
        Lines oursText = text(ours.id());
        Lines theirsText = text(theirs.id());
        if (way == MergeRule.Way.BINARY || baseText == null || oursText == null || theirsText == null) {
            return undecided(base, ours);
        }
        LineMerge merge = new LineMerge(baseText, oursText, theirsText, way == MergeRule.Way.UNION);
        ObjectId id = inserter.insert(Constants.OBJ_BLOB, merge.text(labels));
        return new Result(new Version(id, ours.mode()), merge.clean());
    }

    private Result undecided(@Nullable Version base, Version ours) {
        return new Result(forAncestor && base != null ? base : ours, false);
    }

    /** Null where it is binary, or too large to be merged in memory. */
    private @Nullable Lines text(ObjectId id) throws IOException {
        ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
        if (file.getSize() > MOST_BYTES) {
            return null;
        }
        byte[] bytes = file.getCachedBytes(MOST_BYTES);
        return RawText.isBinary(bytes, bytes.length, true) ? null : new Lines(bytes);
    }
}
