package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.Channels;
import io.github.mcpconnectors.postgres.database.Database;
import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The channels that a person lets clients listen to, and the resources that change when a note comes in: the channel's own,
 * and those that a person mapped to it. Any resource can be told by {@link #watch}, if {@link #admit} lets it.
 */
final class ConfiguredChannels {

    private record Feed(Channels channels, String channel) {

        Watch watch(Runnable changed) {
            return channels.watch(channel, changed);
        }
    }

    private final Databases databases;
    private final Map<String, Channels> byDatabase = new LinkedHashMap<>();
    private final Map<String, Set<Feed>> feeds = new LinkedHashMap<>();

    private ConfiguredChannels(Databases databases, List<ChannelSetting> settings) {
        this.databases = databases;
        for (Database database : databases.all()) {
            List<ChannelSetting> own = settings.stream()
                    .filter(setting -> setting.isFor(database.name()))
                    .toList();
            Channels channels = new Channels(
                    database, own.stream().map(ChannelSetting::channel).toList());
            byDatabase.put(database.name(), channels);
            for (ChannelSetting setting : own) {
                Feed feed = new Feed(channels, setting.channel());
                setting.fed(database.name())
                        .forEach(uri -> feeds.computeIfAbsent(uri, key -> new LinkedHashSet<>())
                                .add(feed));
            }
        }
    }

    static ConfiguredChannels of(List<String> texts, Databases databases) {
        List<String> names = databases.all().stream().map(Database::name).toList();
        List<String> problems = new ArrayList<>();
        List<ChannelSetting> settings = new ArrayList<>();
        for (String text : texts) {
            ChannelSetting setting = ChannelSetting.parse(text, problems);
            settings.add(setting);
            if (!setting.database().isEmpty() && !names.contains(setting.database())) {
                problems.add("--channel " + text + ": there is no database " + setting.database() + "."
                        + Nearest.hint(setting.database(), names));
            }
        }
        if (!problems.isEmpty()) {
            throw new StartException(2, String.join("\n", problems));
        }
        return new ConfiguredChannels(databases, settings);
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    List<String> databases() {
        return List.copyOf(byDatabase.keySet());
    }

    /** Those of one database. */
    Channels of(String database) {
        return Objects.requireNonNull(byDatabase.get(databases.named(database).name()));
    }

    /** Refuses a resource that no channel feeds. */
    void admit(String uri) {
        feeds(uri);
    }

    /** Tells of each note on a channel that feeds the resource, and when some may have been missed. */
    Watch watch(String uri, Runnable changed) {
        List<Watch> watches = new ArrayList<>();
        Watch all = () -> watches.forEach(Watch::close);
        try {
            feeds(uri).forEach(feed -> watches.add(feed.watch(changed)));
            return all;
        } catch (ToolException e) {
            all.close();
            throw e;
        }
    }

    private Set<Feed> feeds(String uri) {
        Set<Feed> found = feeds.get(uri);
        if (found == null) {
            throw new ToolException(
                    Reason.INVALID,
                    "This resource does not tell when it changes. Whoever runs this server can map a channel to it with"
                            + " --channel name=uri.");
        }
        return found;
    }
}
