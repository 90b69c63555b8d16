package io.github.mcpconnectors.git.revision;

import static org.eclipse.jgit.lib.Constants.R_HEADS;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Message;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Named;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Staged;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Step;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Wanted;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevObject;
import org.jspecify.annotations.Nullable;

/** Looks up what one revision means, part by part. */
final class Lookup {

    private static final Set<String> UPSTREAM = Set.of("u", "upstream");
    private static final Pattern PRIOR = Pattern.compile("-\\d{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");

    private final History history;
    private final DatePhrases dates;
    private final Refs refs;
    private final Tracking tracking;
    private final Reflogs reflogs;

    Lookup(History history, DatePhrases dates) {
        this.history = history;
        this.dates = dates;
        this.refs = new Refs(history);
        this.tracking = new Tracking(history.repository(), refs);
        this.reflogs = new Reflogs(history, refs);
    }

    NamedObject find(RevisionSyntax syntax, Wanted wanted) throws IOException {
        if (syntax instanceof Staged staged) {
            return new Paths(history).inIndex(staged);
        }
        if (syntax instanceof Message message) {
            return named(history.walk().parseAny(new MessageSearch(history).everywhere(message.pattern())));
        }
        Named named = (Named) syntax;
        RevObject object = history.walk().parseAny(object(place(named), named.base(wanted)));
        Steps steps = new Steps(history);
        for (Step step : named.steps()) {
            object = steps.go(object, step);
        }
        return named.path() == null
                ? named(object)
                : new Paths(history).inTree(history.walk().parseTree(object), named.path());
    }

    private static NamedObject named(RevObject object) {
        return new NamedObject(object.copy(), object.getType(), null);
    }

    /** The ref that a revision is a name of, such as a branch to check out; null if it is none. */
    @Nullable
    Ref ref(Named named) throws IOException {
        Place place = place(named);
        if (place.id() != null || ShortIds.isWhole(place.name())) {
            return null;
        }
        Ref ref = place.ref() != null ? place.ref() : refs.find(place.name());
        if (ref != null) {
            // HEAD may lead to a planted name
            SafeNames.requireName(ref.getLeaf().getName());
        }
        return ref;
    }

    private Place place(Named named) throws IOException {
        Place place = new Place(named.name(), null, null);
        for (String mark : named.marks()) {
            if (place.id() != null) {
                throw new ToolException(
                        Reason.INVALID,
                        "Nothing in @{} can follow a place in a reflog. Use ~ and ^ to go on from there.");
            }
            place = marked(place, mark);
        }
        return place;
    }

    /** Where the marks have led so far: a name not looked up yet, a ref, or an object of the past. */
    private record Place(
            String name, @Nullable Ref ref, @Nullable ObjectId id) {

        static Place of(Ref ref) {
            return new Place(ref.getName(), ref, null);
        }
    }

    private Place marked(Place place, String mark) throws IOException {
        String word = mark.toLowerCase(Locale.ROOT);
        if (UPSTREAM.contains(word) || word.equals("push")) {
            return Place.of(tracking.find(branch(place), word.equals("push")));
        }
        if (!PRIOR.matcher(mark).matches()) {
            Ref logged = place.ref() != null ? reflogs.logged(place.ref().getName()) : reflogs.logged(place.name());
            return new Place("", null, past(logged, mark));
        }
        if (!place.name().isEmpty()) {
            throw new ToolException(
                    Reason.INVALID, "@{" + mark + "} means an earlier checkout and has no name before it.");
        }
        String left = reflogs.checkedOutBefore(-Integer.parseInt(mark));
        Ref branch = refs.exact(R_HEADS + SafeNames.requireName(left));
        return branch == null ? new Place(left, null, null) : Place.of(branch);
    }

    private static String branch(Place place) {
        String name = place.name();
        return place.ref() != null && name.startsWith(R_HEADS) ? name.substring(R_HEADS.length()) : name;
    }

    private ObjectId past(Ref ref, String mark) throws IOException {
        return NUMBER.matcher(mark).matches()
                ? reflogs.before(ref, Integer.parseInt(mark))
                : reflogs.at(ref, dates.parse(mark));
    }

    private ObjectId object(Place place, Wanted wanted) throws IOException {
        if (place.id() != null) {
            return place.id();
        }
        String name = place.name();
        if (ShortIds.isWhole(name)) {
            return ObjectId.fromString(name.toLowerCase(Locale.ROOT));
        }
        Ref ref = place.ref() != null ? place.ref() : refs.find(name);
        if (ref != null && ref.getObjectId() != null) {
            return ref.getObjectId();
        }
        ObjectId id = new ShortIds(history).find(name, wanted);
        if (id == null) {
            throw refs.unknown(name);
        }
        return id;
    }
}
