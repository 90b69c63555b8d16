package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for a path, without braces: patterns for names between slashes, where {@code **} is any number of names. A
 * final {@code **} is at least one: {@code a/**} does not match {@code a}.
 */
final class GlobPath {

    private final List<GlobSegment> segments;
    /** What stands before a final {@code **}. */
    private final @Nullable GlobPath parent;

    private GlobPath(List<GlobSegment> segments, @Nullable GlobPath parent) {
        this.segments = List.copyOf(segments);
        this.parent = parent;
    }

    static GlobPath parse(String pattern) {
        List<GlobSegment> segments = new ArrayList<>();
        for (String part : pattern.split("/", -1)) {
            boolean globstar = part.equals("**");
            boolean repeated = globstar && endsInGlobstar(segments);
            if (!part.isEmpty() && !part.equals(".") && !repeated) {
                segments.add(globstar ? GlobSegment.GLOBSTAR : GlobSegment.parse(part));
            }
        }
        if (!endsInGlobstar(segments)) {
            return new GlobPath(segments, null);
        }
        GlobPath parent = new GlobPath(segments.subList(0, segments.size() - 1), null);
        segments.add(GlobSegment.ANYTHING);
        return new GlobPath(segments, parent);
    }

    private static boolean endsInGlobstar(List<GlobSegment> segments) {
        return !segments.isEmpty() && segments.get(segments.size() - 1) == GlobSegment.GLOBSTAR;
    }

    /** Whether it matches everything below this directory. */
    boolean matchesAllBelow(List<String> directory) {
        return parent != null && (parent.segments.isEmpty() || parent.matches(directory));
    }

    /** As with stars in a name, only the last {@code **} is ever tried again. */
    boolean matches(List<String> names) {
        int segment = 0;
        int i = 0;
        int globstar = -1;
        int resume = 0;
        while (i < names.size()) {
            GlobSegment next = segment < segments.size() ? segments.get(segment) : null;
            if (next == GlobSegment.GLOBSTAR) {
                globstar = segment++;
                resume = i;
            } else if (next != null && next.matches(names.get(i))) {
                segment++;
                i++;
            } else if (globstar >= 0) {
                segment = globstar + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return segment == segments.size();
    }
}
