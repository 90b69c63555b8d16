package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Fence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jgit.transport.FetchResult;

/** What a fetch brought, and what the remote said meanwhile. */
public record Fetched(Destination from, List<RefChange> changes, String said) {

    private static final int MOST = 200;
    private static final int LONGEST_MESSAGES = 4_000;

    static Fetched of(Destination from, FetchResult result) {
        List<RefChange> changes = result.getTrackingRefUpdates().stream()
                .filter(RefChange::isOne)
                .map(RefChange::of)
                .sorted(Comparator.comparing(RefChange::ref))
                .toList();
        return new Fetched(from, changes, result.getMessages());
    }

    public List<RefChange> shown() {
        return changes.subList(0, Math.min(changes.size(), MOST));
    }

    public boolean truncated() {
        return changes.size() > MOST;
    }

    public String text() {
        String lines = shown().stream().map(line -> "\n" + line.line()).collect(Collectors.joining());
        String headline = changes.isEmpty() ? "Nothing new from " : "From ";
        return headline + from.shown() + lines + fenced(from, said);
    }

    /** What a remote wrote, as data. */
    static String fenced(Destination by, String messages) {
        String text =
                Visible.text(Clip.head(messages.strip(), LONGEST_MESSAGES)).replace("\r", "\n");
        return text.isEmpty()
                ? ""
                : "\n" + Fence.around("messages of " + by.place(), text).strip();
    }
}
