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

/** How the attributes of our side want files to be merged (gitattributes(5), merge). */
record MergeRules(Repository repository, ObjectReader reader, ObjectId tree) {

    enum Way {
        TEXT,
        UNION,
        BINARY
    }

    Way of(String path) throws IOException {
        Attribute merge = attribute(path);
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
                    "For " + PathKey.shown(path) + " the merge driver " + Visible.line(name)
                            + " is set, and this server runs none." + " Merge with the git program.");
        }
        return name.equals("union") ? Way.UNION : name.equals("binary") ? Way.BINARY : Way.TEXT;
    }

    private @Nullable Attribute attribute(String path) throws IOException {
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
