package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources of a server: which of them a URI means. */
final class Resources {

    private final List<ResourceBinding> bindings;

    Resources(List<ResourceBinding> bindings) {
        this.bindings = bindings;
    }

    List<Map<String, Object>> definitions(boolean templates) {
        return bindings.stream()
                .filter(binding -> binding.isTemplate() == templates)
                .map(ResourceBinding::definition)
                .toList();
    }

    /** A ReadResourceResult. */
    Map<String, Object> read(Params params, Call call) {
        String uri = params.text("uri");
        for (ResourceBinding binding : bindings) {
            Optional<Map<String, String>> variables = binding.match(uri);
            if (variables.isPresent()) {
                return read(binding, uri, variables.get(), call);
            }
        }
        throw notFound(uri, "There is no such resource here. See resources/list and resources/templates/list.");
    }

    private static Map<String, Object> read(
            ResourceBinding binding, String uri, Map<String, String> variables, Call call) {
        try {
            return Json.object(
                    "contents",
                    binding.handler().read(uri, variables, call).stream()
                            .map(Contents::json)
                            .toList());
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
