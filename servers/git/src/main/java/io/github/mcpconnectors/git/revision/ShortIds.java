package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Wanted;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.jspecify.annotations.Nullable;

/** Finds objects by the first digits of their ids, also those at the end of what {@code git describe} says. */
final class ShortIds {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{4,40}");
    private static final Pattern DESCRIBED = Pattern.compile(".+-g([0-9a-fA-F]{4,40})");
    private static final int LISTED = 10;

    private final History history;

    ShortIds(History history) {
        this.history = history;
    }

    static boolean isWhole(String name) {
        return name.length() == Constants.OBJECT_ID_STRING_LENGTH
                && DIGITS.matcher(name).matches();
    }

    /** The only object that a name can mean; null if it is no id or there is none. */
    @Nullable
    ObjectId find(String name, Wanted wanted) throws IOException {
        Matcher described = DESCRIBED.matcher(name);
        if (described.matches()) {
            return only(described.group(1), Wanted.COMMIT);
        }
        return DIGITS.matcher(name).matches() ? only(name, wanted) : null;
    }

    private @Nullable ObjectId only(String digits, Wanted wanted) throws IOException {
        Collection<ObjectId> all = history.walk().getObjectReader().resolve(AbbreviatedObjectId.fromString(digits));
        if (all.size() <= 1) {
            return all.isEmpty() ? null : all.iterator().next();
        }
        List<ObjectId> fitting = new ArrayList<>();
        for (ObjectId id : all) {
            if (leadsTo(id, wanted)) {
                fitting.add(id);
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw ambiguous(digits, fitting.isEmpty() ? all : fitting);
    }

    private boolean leadsTo(ObjectId id, Wanted wanted) throws IOException {
        int type = history.walk().peel(history.walk().parseAny(id)).getType();
        return switch (wanted) {
            case ANY -> true;
            case COMMIT -> type == Constants.OBJ_COMMIT;
            case TREE -> type == Constants.OBJ_COMMIT || type == Constants.OBJ_TREE;
        };
    }

    private ToolException ambiguous(String digits, Collection<ObjectId> ids) throws IOException {
        List<String> listed = new ArrayList<>();
        for (ObjectId id : ids.stream().sorted().limit(LISTED).toList()) {
            listed.add(described(id));
        }
        String more = ids.size() > LISTED ? ", and " + (ids.size() - LISTED) + " more" : "";
        return new ToolException(
                Reason.INVALID,
                "The short id " + digits + " may mean several objects; write more digits. There is: "
                        + listed.stream().collect(Collectors.joining(", ")) + more + ".");
    }

    private String described(ObjectId id) throws IOException {
        RevObject object = history.walk().parseAny(id);
        String date = object instanceof RevCommit commit
                ? " of "
                        + Instant.ofEpochSecond(commit.getCommitTime())
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate()
                : "";
        return id.name() + " (" + Constants.typeString(object.getType()) + date + ")";
    }
}
