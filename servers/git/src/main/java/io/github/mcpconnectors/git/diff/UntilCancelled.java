package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.shared.Call;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Leaves a walk through very many files when nobody waits for it any more. */
public final class UntilCancelled extends TreeFilter {

    private final Call call;

    private UntilCancelled(Call call) {
        this.call = call;
    }

    public static TreeFilter of(Call call, TreeFilter wanted) {
        TreeFilter stop = new UntilCancelled(call);
        return wanted == TreeFilter.ALL ? stop : AndTreeFilter.create(stop, wanted);
    }

    @Override
    public boolean include(TreeWalk walk) {
        call.checkCancelled();
        return true;
    }

    @Override
    public boolean shouldBeRecursive() {
        return false;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
