package io.github.mcpconnectors.git.change;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a file is in each place, null where it is not.
 *
 * @param target what it is to become
 * @param head in the last commit
 * @param disk as it would be staged
 */
record FileState(
        Name name,
        @Nullable Version target,
        @Nullable Version head,
        @Nullable Version staged,
        @Nullable Version disk) {

    /** A content and what kind of file it is. */
    record Version(int mode, ObjectId id) {

        boolean isSubmodule() {
            return FileMode.GITLINK.equals(mode);
        }
    }

    /**
     * Its path, and what goes with the path.
     *
     * @param bytes as the index has them, each a character
     * @param conflicted the index has several versions of it
     * @param ends how lines end on disk
     */
    record Name(String path, String bytes, boolean conflicted, EolStreamType ends) {

        byte[] raw() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    String path() {
        return name.path();
    }

    boolean changesIndex() {
        return name.conflicted() || !Objects.equals(target, staged);
    }

    /** Submodules are left as they are on disk. */
    boolean changesDisk() {
        return !Objects.equals(target, disk)
                && Stream.of(target, disk).filter(Objects::nonNull).noneMatch(Version::isSubmodule);
    }

    /** Whether the file on disk is nowhere else; the index counts only where it stays. */
    boolean losesDisk(boolean indexStays) {
        return changesDisk() && disk != null && !disk.equals(head) && !(indexStays && disk.equals(staged));
    }

    boolean losesStaged() {
        return name.conflicted() || (staged != null && !staged.equals(target) && !staged.equals(head));
    }

    /** The target as the index has it; null if the file is to go. */
    @Nullable
    DirCacheEntry entry() {
        if (target == null) {
            return null;
        }
        FileNames.requireSafe(path());
        DirCacheEntry entry = new DirCacheEntry(name.raw());
        entry.setFileMode(FileMode.fromBits(target.mode()));
        entry.setObjectId(target.id());
        return entry;
    }

    @Override
    public String toString() {
        return path() + "\n" + target + "\n" + staged + "\n" + disk + "\n";
    }
}
