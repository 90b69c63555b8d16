package io.github.mcpconnectors.git.merge;

import java.io.IOException;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/** Merges the versions of one file. */
final class FileMerge {

    /**
     * What a file becomes.
     *
     * @param file null when it is deleted
     * @param conflict null when it is decided
     * @param places how many conflicts there are in its text
     */
    record Result(@Nullable Version file, @Nullable ConflictKind conflict, int places) {

        static Result decided(@Nullable Version file) {
            return new Result(file, null, 0);
        }

        boolean clean() {
            return conflict == null;
        }
    }

    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int BINARY_IN_FIRST = 8_000;

    private final MergeRules rules;
    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final boolean forAncestor;

    /** @param forAncestor whether the result is only the ancestor for another merge, where nobody can be asked */
    FileMerge(MergeRules rules, ObjectInserter inserter, ObjectReader reader, boolean forAncestor) {
        this.rules = rules;
        this.inserter = inserter;
        this.reader = reader;
        this.forAncestor = forAncestor;
    }

    Result merge(String path, Versions versions, Labels labels) throws IOException {
        Version ours = versions.ours();
        Version theirs = versions.theirs();
        if (Objects.equals(ours, theirs) || Objects.equals(versions.base(), theirs)) {
            return Result.decided(ours);
        }
        if (Objects.equals(versions.base(), ours)) {
            return Result.decided(theirs);
        }
        return ours == null || theirs == null ? gone(versions) : both(path, versions.base(), ours, theirs, labels);
    }

    /** One side deleted what the other changed or renamed. */
    Result gone(Versions versions) {
        boolean byUs = versions.ours() == null;
        Version left = versions.side(!byUs);
        return new Result(
                forAncestor ? versions.base() : left,
                byUs ? ConflictKind.DELETED_BY_US : ConflictKind.DELETED_BY_THEM,
                0);
    }

    private Result both(String path, @Nullable Version base, Version ours, Version theirs, Labels labels)
            throws IOException {
        if (!ours.sameKind(theirs)) {
            return new Result(forAncestor ? base : ours, ConflictKind.DIFFERENT_TYPES, 0);
        }
        Version ancestor = base != null && base.sameKind(ours) ? base : null;
        boolean oursMode = ours.mode().equals(Version.modeOf(ancestor));
        boolean modeClean =
                oursMode || ours.mode().equals(theirs.mode()) || theirs.mode().equals(Version.modeOf(ancestor));
        Result content = content(path, new Versions(ancestor, ours, theirs), labels);
        Version file = new Version(Objects.requireNonNull(content.file()).id(), oursMode ? theirs.mode() : ours.mode());
        ConflictKind kind = content.clean() && !modeClean ? kind(ancestor) : content.conflict();
        return new Result(file, kind, content.places());
    }

    private static ConflictKind kind(@Nullable Version ancestor) {
        return ancestor == null ? ConflictKind.BOTH_ADDED : ConflictKind.BOTH_MODIFIED;
    }

    private Result content(String path, Versions versions, Labels labels) throws IOException {
        Version base = versions.base();
        Version ours = Objects.requireNonNull(versions.ours());
        Version theirs = Objects.requireNonNull(versions.theirs());
        if (ours.id().equals(theirs.id()) || theirs.id().equals(Version.idOf(base))) {
            return Result.decided(ours);
        }
        if (ours.id().equals(Version.idOf(base))) {
            return Result.decided(theirs);
        }
        if (!ours.isFile()) {
            return undecided(versions, ours.isSubmodule() ? ConflictKind.SUBMODULE : kind(base));
        }
        return text(path, versions, labels);
    }

    private Result text(String path, Versions versions, Labels labels) throws IOException {
        Version base = versions.base();
        Version ours = Objects.requireNonNull(versions.ours());
        Version theirs = Objects.requireNonNull(versions.theirs());
        MergeRules.Way way = rules.of(path);
        Lines baseText = base == null ? new Lines(new byte[0]) : text(base.id());
        Lines oursText = text(ours.id());
        Lines theirsText = text(theirs.id());
        if (way == MergeRules.Way.BINARY || baseText == null || oursText == null || theirsText == null) {
            return undecided(versions, ConflictKind.BINARY);
        }
        // JGit would take an empty file that both added for one that was emptied.
        if (baseText.size() == 0 && (oursText.size() == 0 || theirsText.size() == 0)) {
            return Result.decided(oursText.size() == 0 ? theirs : ours);
        }
        LineMerge merge = new LineMerge(baseText, oursText, theirsText, way == MergeRules.Way.UNION);
        Version file = new Version(inserter.insert(Constants.OBJ_BLOB, merge.text(labels)), ours.mode());
        int places = merge.conflicts();
        return places == 0 ? Result.decided(file) : new Result(file, kind(base), places);
    }

    private Result undecided(Versions versions, ConflictKind kind) {
        return new Result(forAncestor && versions.base() != null ? versions.base() : versions.ours(), kind, 0);
    }

    /** Null for what is too large, or binary as git sees it; JGit would take a lone carriage return for binary. */
    private @Nullable Lines text(ObjectId id) throws IOException {
        ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
        if (file.getSize() > MOST_BYTES) {
            return null;
        }
        byte[] bytes = file.getCachedBytes(MOST_BYTES);
        for (int i = 0; i < Math.min(bytes.length, BINARY_IN_FIRST); i++) {
            if (bytes[i] == 0) {
                return null;
            }
        }
        return new Lines(bytes);
    }
}
