package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads as its value and the number of watches on it. */
@Resource(
        uri = "sample://counters/{name}",
        name = "counter",
        title = "Counter",
        description = "A number that bump raises; hidden is for nobody.",
        mimeType = "text/plain")
final class Counter implements WatchedResource {

    private final Counters counters;

    Counter(Counters counters) {
        this.counters = counters;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String name = name(variables);
        return List.of(
                ResourceContent.text(uri, "text/plain", counters.value(name) + ", watched " + counters.watched(name)));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        if (name(variables).equals("hidden")) {
            throw new ToolException(Reason.DENIED, "This counter is for nobody.");
        }
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        return counters.watch(name(variables), changed);
    }

    private static String name(Map<String, String> variables) {
        return Objects.requireNonNull(variables.get("name"));
    }
}
