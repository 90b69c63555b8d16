package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Channels;
import io.github.mcpconnectors.postgres.database.Notes;
import io.github.mcpconnectors.postgres.database.Notes.Note;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Fence;
import io.github.mcpconnectors.shared.JsonText;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

@Resource(
        uri = "postgres://{database}/channels/{channel}",
        name = "channel",
        title = "Notes of a channel",
        description = "What NOTIFY sent to a channel last. Notes come in while somebody is subscribed.",
        mimeType = "text/plain")
final class ChannelNotes implements WatchedResource {

    private final ConfiguredChannels channels;

    ChannelNotes(ConfiguredChannels channels) {
        this.channels = channels;
    }

    static String uri(String database, String channel) {
        return "postgres://" + database + "/channels/"
                + URLEncoder.encode(channel, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Notes notes = in(variables).notes(channel(variables));
        String text = state(notes)
                + missed(notes)
                + (notes.notes().isEmpty()
                        ? "There are no notes."
                        : Fence.around(
                                "notes of a channel of the database " + variables.get("database"), lines(notes)));
        return List.of(ResourceContent.text(uri, "text/plain", text));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        in(variables).require(channel(variables));
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        return channels.watch(uri(String.valueOf(variables.get("database")), channel(variables)), changed);
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        List<String> databases = channels.databases();
        List<String> values = variable.equals("database")
                ? databases
                : databases.stream()
                        .flatMap(database -> channels.of(database).names().stream())
                        .distinct()
                        .toList();
        return values.stream().filter(value -> value.startsWith(typed)).toList();
    }

    private Channels in(Map<String, String> variables) {
        return channels.of(String.valueOf(variables.get("database")));
    }

    private static String channel(Map<String, String> variables) {
        return String.valueOf(variables.get("channel"));
    }

    private static String state(Notes notes) {
        if (notes.heard()) {
            return "";
        }
        return notes.deafSince() == null
                ? "No notes come in until somebody subscribes.\n"
                : "No notes come in since " + notes.deafSince()
                        + ": the connection broke, or nobody is subscribed any more.\n";
    }

    private static String missed(Notes notes) {
        return notes.notes().stream()
                .map(Note::missedSince)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .map(since -> "Notes may have been missed since " + since + ".\n")
                .orElse("");
    }

    private static String lines(Notes notes) {
        return notes.notes().stream().map(JsonText::write).collect(Collectors.joining("\n"));
    }
}
