package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@Resource(
        uri = "sample://bells/{name}",
        name = "bells",
        title = "Bells",
        description = "Never rings; reading it tells how often it is being watched.",
        mimeType = "text/plain")
final class Bells implements WatchedResource {

    private final Map<String, Integer> watches = new ConcurrentHashMap<>();

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return List.of(ResourceContent.text(uri, "text/plain", "watched " + watches.getOrDefault(uri, 0)));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {}

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        watches.merge(uri, 1, Integer::sum);
        return () -> watches.merge(uri, -1, Integer::sum);
    }
}
