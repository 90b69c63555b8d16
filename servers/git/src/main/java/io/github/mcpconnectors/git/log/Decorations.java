package io.github.mcpconnectors.git.log;

import io.github.mcpconnectors.git.repository.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** The names that lead to a commit, as {@code git log --decorate} has them: {@code HEAD -> main}, {@code tag: v1}. */
public final class Decorations {

    private static final int MOST_REFS = 20_000;

    private final Map<ObjectId, List<String>> names = new HashMap<>();

    private Decorations() {}

    public static Decorations of(Repository repository) throws IOException {
        RefDatabase refs = repository.getRefDatabase();
        Decorations all = new Decorations();
        String current = all.addHead(refs.exactRef(Constants.HEAD));
        List<Ref> sorted = new ArrayList<>(
                refs.getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_STASH, Constants.R_TAGS));
        sorted.sort(Comparator.comparing(Ref::getName).reversed());
        for (Ref ref : sorted.subList(0, Math.min(sorted.size(), MOST_REFS))) {
            if (!ref.getName().equals(current)) {
                all.add(commit(refs, ref), name(ref));
            }
        }
        return all;
    }

    public List<String> of(AnyObjectId commit) {
        return names.getOrDefault(commit.toObjectId(), List.of());
    }

    /** The name of the branch that HEAD is on, and that is told with it. */
    private @Nullable String addHead(@Nullable Ref head) {
        if (head == null || !head.isSymbolic()) {
            add(head == null ? null : head.getObjectId(), Constants.HEAD);
            return null;
        }
        add(head.getObjectId(), Constants.HEAD + " -> " + name(head.getLeaf()));
        return head.getLeaf().getName();
    }

    private void add(@Nullable ObjectId id, String name) {
        if (id != null) {
            names.computeIfAbsent(id.copy(), key -> new ArrayList<>()).add(name);
        }
    }

    private static String name(Ref ref) {
        String shown = Visible.line(Repository.shortenRefName(ref.getName()));
        return ref.getName().startsWith(Constants.R_TAGS) ? "tag: " + shown : shown;
    }

    /** A tag leads to what it was made of; a damaged one nowhere. */
    private static @Nullable ObjectId commit(RefDatabase refs, Ref ref) {
        try {
            ObjectId peeled = refs.peel(ref).getPeeledObjectId();
            return peeled == null ? ref.getObjectId() : peeled;
        } catch (IOException e) {
            return null;
        }
    }
}
