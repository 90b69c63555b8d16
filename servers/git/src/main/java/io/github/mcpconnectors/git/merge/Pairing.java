package io.github.mcpconnectors.git.merge;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.ToolException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings the versions of renamed files together under their new path, where the other side changed them too. */
final class Pairing {

    private final SortedMap<String, Versions> changed;
    private final Labels plain;
    private final Map<String, Labels> labels = new TreeMap<>();
    private final Set<String> left = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();

    Pairing(SortedMap<String, Versions> changed, Labels plain) {
        this.changed = changed;
        this.plain = plain;
    }

    /** A rename that the other side knows nothing of is a deletion and an addition. */
    static boolean mayBeRenamed(Versions versions) {
        Version base = versions.base();
        boolean gone = versions.ours() == null || versions.theirs() == null;
        return base != null && gone && !base.equals(versions.ours()) && !base.equals(versions.theirs());
    }

    /** Paths that are no more. */
    Set<String> left() {
        return left;
    }

    /** For the files that are called differently on the two sides. */
    Map<String, Labels> labels() {
        return labels;
    }

    /** Files that one side renamed and the other deleted: always a conflict. */
    Set<String> deleted() {
        return deleted;
    }

    void pair(Map<String, String> byUs, Map<String, String> byThem) {
        for (Map.Entry<String, Versions> entry : new TreeMap<>(changed).entrySet()) {
            String old = entry.getKey();
            Versions versions = entry.getValue();
            String ours = byUs.get(old);
            String theirs = byThem.get(old);
            if (!mayBeRenamed(versions) || (ours == null && theirs == null)) {
                continue;
            }
            if (ours != null && theirs != null && !ours.equals(theirs)) {
                throw cannot(
                        old,
                        "one side renamed it to " + PathKey.shown(ours) + ", the other to " + PathKey.shown(theirs));
            }
            String path = Objects.requireNonNull(ours != null ? ours : theirs);
            bring(old, path, versions, ours != null, theirs != null);
        }
    }

    private void bring(String old, String path, Versions versions, boolean byUs, boolean byThem) {
        Versions there = changed.getOrDefault(path, new Versions(null, null, null));
        Version ours = byUs ? there.ours() : versions.ours();
        Version theirs = byThem ? there.theirs() : versions.theirs();
        boolean taken = there.base() != null || (!byUs && there.ours() != null) || (!byThem && there.theirs() != null);
        if (taken) {
            throw cannot(old, "one side renamed it to " + PathKey.shown(path) + ", where there is another file too");
        }
        Versions together = new Versions(versions.base(), ours, theirs);
        changed.remove(old);
        left.add(old);
        changed.put(path, together);
        if (ours == null || theirs == null) {
            deleted.add(path);
        } else if (byUs != byThem) {
            labels.put(path, byUs ? plain.at(path, old) : plain.at(old, path));
        }
    }

    private static ToolException cannot(String path, @Nullable String why) {
        return new ToolException(
                INVALID, "Only the git program can merge " + PathKey.shown(path) + ": " + why + ". Nothing was done.");
    }
}
