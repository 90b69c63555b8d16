package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.ToolException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells the model what to try when a path does not exist: the names that come nearest, or how far the path holds. */
final class Hints {

    private static final int MOST_NAMES = 10_000;
    private static final int MOST_HINTS = 3;

    private Hints() {}

    static ToolException missing(Sandbox sandbox, Place place, ToolException failure) {
        String sentence = "No such file or directory: " + place.shown() + ". " + advice(sandbox, place);
        return new ToolException(NOT_FOUND, sentence.strip(), failure);
    }

    private static String advice(Sandbox sandbox, Place place) {
        if (place.isRoot()) {
            return "This allowed directory has been removed since the server started.";
        }
        Optional<RealPath> real = RealPath.of(place.path());
        Optional<Place> parent = real.flatMap(found -> sandbox.inside(found.existing()));
        if (real.isEmpty() || parent.isEmpty() || real.get().complete()) {
            return "";
        }
        Path missing = real.get().missing();
        List<String> near = nearest(sandbox, parent.get(), missing.getName(0).toString());
        if (!near.isEmpty()) {
            String rest =
                    missing.getNameCount() == 1 ? "" : " in " + parent.get().shown();
            return "Did you mean " + String.join(" or ", near) + rest + "?";
        }
        return "The nearest directory that exists is " + parent.get().shown() + ".";
    }

    private static List<String> nearest(Sandbox sandbox, Place parent, String wanted) {
        try (Directory directory = sandbox.directory(parent)) {
            List<String> usable = directory.names(MOST_NAMES).stream()
                    .filter(name -> !Spelling.mayBeNoText(name))
                    .toList();
            return Nearest.to(wanted, usable, MOST_HINTS);
        } catch (ToolException e) {
            // A hint is a courtesy; the failure itself is already told.
            return List.of();
        }
    }
}
