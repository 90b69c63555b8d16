package io.github.mcpconnectors.git.merge;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/** How the attributes of our side want a file to be merged (gitattributes(5), merge). */
record MergeRule(Repository repository, ObjectReader reader, ObjectId tree, String path) {

    enum Way {
        TEXT,
        UNION,
        BINARY
    }

    String shown() {
        return PathKey.shown(path);
    }

    Way way() throws IOException {
        Attribute merge = attribute();
        if (merge == null || merge.getState() == Attribute.State.SET) {
            return Way.TEXT;
        }
        if (merge.getState() == Attribute.State.UNSET) {
            return Way.BINARY;
        }
        String name = String.valueOf(merge.getValue());
        if (repository.getConfig().getString("merge", name, "driver") != null) {
            throw new ToolException(
                    INVALID,
                    "For " + shown() + " the merge driver " + Visible.line(name) + " is set, and this server runs none."
                            + " Merge with the git program.");
        }
        return name.equals("union") ? Way.UNION : name.equals("binary") ? Way.BINARY : Way.TEXT;
    }

    private @Nullable Attribute attribute() throws IOException {
        try (TreeWalk walk = new TreeWalk(repository, reader)) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            walk.setAttributesNodeProvider(repository.createAttributesNodeProvider());
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(PathFilter.create(PathKey.text(path)));
            return walk.next() ? walk.getAttributes().get("merge") : null;
        }
    }
}
