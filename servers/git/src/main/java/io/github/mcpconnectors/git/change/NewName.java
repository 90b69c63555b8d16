package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.Collection;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Names for branches and tags to be made: free, and not to be taken for anything else. */
public final class NewName {

    private NewName() {}

    public static String branch(Repository jgit, String name) throws IOException {
        return ref(jgit, Constants.R_HEADS, name, "branch");
    }

    public static String tag(Repository jgit, String name) throws IOException {
        return ref(jgit, Constants.R_TAGS, name, "tag");
    }

    /** The whole name of the ref. */
    private static String ref(Repository jgit, String place, String name, String kind) throws IOException {
        SafeNames.requireName(name);
        if (name.equals(Constants.HEAD) || name.equals("@") || name.startsWith("refs/") || ObjectId.isId(name)) {
            throw new ToolException(
                    Reason.INVALID,
                    SafeNames.quoted(name) + " cannot be the name of a " + kind + ": it means something else already.");
        }
        String ref = place + name;
        if (jgit.exactRef(ref) != null) {
            throw new ToolException(Reason.CONFLICT, "There is a " + kind + " " + SafeNames.quoted(name) + " already.");
        }
        Collection<String> conflicting = jgit.getRefDatabase().getConflictingNames(ref);
        if (!conflicting.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "A " + kind + " " + SafeNames.quoted(name) + " is not possible beside "
                            + SafeNames.quoted(Repository.shortenRefName(
                                    conflicting.iterator().next()))
                            + ": one would be a directory in the other's place.");
        }
        return ref;
    }
}
