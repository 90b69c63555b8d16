package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Plan;
import java.util.Optional;

/**
 * A source and where it goes. Losing the file that is there needs consent, to this file as it is now.
 *
 * @param from not followed if it is a link and is moved; followed if it is copied
 */
record Target(Place from, Place to) {

    Plan<Target> plan(Sandbox sandbox, boolean overwrite) {
        try (Directory directory = sandbox.directory(to.parent())) {
            Optional<Entry> there = to.isRoot() ? Optional.empty() : directory.find(to.name());
            if (!overwrite || there.isEmpty()) {
                return Plan.harmless(this);
            }
            Entry lost = there.get();
            return Plan.ask(
                    this,
                    "Replace " + to.shown() + " (" + Sizes.format(lost.size()) + ", changed " + lost.modified()
                            + ") by " + from.shown() + "?",
                    String.join(
                            "\n", from.shown(), to.shown(), String.valueOf(lost), String.valueOf(sandbox.stat(from))));
        }
    }
}
