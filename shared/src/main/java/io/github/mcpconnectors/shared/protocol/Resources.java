package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.WatchedResource;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** All resources of a server: which of them a URI means. */
final class Resources {

    /** In _meta of a list: what it ought to hold too, and why it does not. */
    private static final String MISSING = "io.github.mcpconnectors/missing";

    private final List<ResourceBinding> bindings;

    /** A resource, and what its template's variables are in the URI that was asked for. */
    record Match(ResourceBinding binding, Map<String, String> variables) {}

    Resources(List<ResourceBinding> bindings) {
        this.bindings = bindings;
    }

    List<Map<String, Object>> definitions(boolean templates) {
        return bindings.stream()
                .filter(binding -> binding.isTemplate() == templates)
                .map(ResourceBinding::definition)
                .toList();
    }

    /** Whether the list depends on what is there. */
    boolean areListed() {
        return bindings.stream().anyMatch(binding -> binding.handler() instanceof ListedResource);
    }

    /** A ListResourcesResult. */
    Map<String, Object> list(Params params, int pageSize, Call call) {
        List<Map<String, Object>> entries = new ArrayList<>(definitions(false));
        Set<String> missing = new LinkedHashSet<>();
        for (ResourceBinding binding : bindings) {
            if (binding.handler() instanceof ListedResource resource) {
                ListedResource.Listing listing = resource.list(call);
                listing.entries().forEach(entry -> entries.add(binding.definition(entry)));
                missing.addAll(listing.missing());
            }
        }
        Map<String, Object> page = new Pages("resources", "uri", pageSize, () -> entries).page(params);
        Json.put(page, "_meta", missing.isEmpty() ? null : Map.of(MISSING, List.copyOf(missing)));
        return page;
    }

    boolean canBeWatched() {
        return bindings.stream().anyMatch(binding -> binding.handler() instanceof WatchedResource);
    }

    Match match(String uri) {
        for (ResourceBinding binding : bindings) {
            Optional<Map<String, String>> variables = binding.match(uri);
            if (variables.isPresent()) {
                return new Match(binding, variables.get());
            }
        }
        throw notFound(uri, "There is no such resource here. See resources/list and resources/templates/list.");
    }

    /** A ReadResourceResult. */
    Map<String, Object> read(Params params, Call call) {
        String uri = params.text("uri");
        Match match = match(uri);
        return translating(
                uri,
                () -> Json.object(
                        "contents",
                        match.binding().handler().read(uri, match.variables(), call).stream()
                                .map(Contents::json)
                                .toList()));
    }

    /** What does not exist, or is not for this caller, has a code of its own. */
    static <T> T translating(String uri, Supplier<T> work) {
        try {
            return work.get();
        } catch (ToolException e) {
            if (e.reason() == Reason.NOT_FOUND || e.reason() == Reason.DENIED) {
                throw notFound(uri, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** The resource or template that a completion speaks of, by its URI as listed. */
    ResourceBinding named(String uri) {
        return bindings.stream()
                .filter(binding -> binding.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> RpcError.invalidParams("There is no resource template \"" + uri + "\" here."));
    }

    private static RpcError notFound(String uri, String message) {
        return new RpcError(RpcError.RESOURCE_NOT_FOUND, message, Map.of("uri", uri));
    }
}
