package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A resource that changes when the test says so and knows who watches it. */
@Resource(uri = "bell://{name}", name = "bell", title = "Bell", description = "Rings.")
public final class Bell implements WatchedResource {

    /** What is said to these callers, by principal. */
    final Map<String, ToolException.Reason> refused = new ConcurrentHashMap<>();

    /** Watches that were ever begun. */
    final AtomicInteger begun = new AtomicInteger();

    private final Map<String, Set<Runnable>> watches = new ConcurrentHashMap<>();

    /** The methods of a server that has nothing else. */
    public Methods methods() {
        Connector connector = Connector.named("bells", "Bells").resources(this).build();
        return new Methods(connector, "1", new Methods.Options(Consent.ASK, 100));
    }

    public void ring(String name) {
        watches.getOrDefault(name, Set.of()).forEach(Runnable::run);
    }

    public int watches() {
        return watches.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return List.of(ResourceContent.text(uri, "text/plain", "ding"));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        ToolException.Reason reason = refused.get(caller.principal());
        if (reason != null) {
            throw new ToolException(reason, "Not for you.");
        }
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        Set<Runnable> set = watches.computeIfAbsent(
                Objects.requireNonNull(variables.get("name")), name -> ConcurrentHashMap.newKeySet());
        set.add(changed);
        begun.incrementAndGet();
        return () -> set.remove(changed);
    }
}
