package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource that tells when {@link ChangeWatchedResource} changes it. */
@Resource(
        uri = "test://watched-resource",
        name = "watched-resource",
        title = "Watched resource",
        description = "How often it was changed.",
        mimeType = "text/plain")
final class WatchedCounter implements WatchedResource {

    private final AtomicInteger changes = new AtomicInteger();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

    int change() {
        int now = changes.incrementAndGet();
        watchers.forEach(Runnable::run);
        return now;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return List.of(ResourceContent.text(uri, "text/plain", "Changed " + changes + " times."));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        // everybody may know of it
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }
}
