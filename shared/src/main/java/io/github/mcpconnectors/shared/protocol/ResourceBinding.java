package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource, or all resources of a template, as the protocol sees them. */
public final class ResourceBinding {

    private final ResourceHandler handler;
    private final Resource resource;
    private final UriTemplate template;

    private ResourceBinding(ResourceHandler handler) {
        this.handler = handler;
        this.resource = Annotations.of(handler, Resource.class);
        this.template = new UriTemplate(resource.uri());
    }

    public static ResourceBinding of(ResourceHandler handler) {
        return new ResourceBinding(handler);
    }

    ResourceHandler handler() {
        return handler;
    }

    String uri() {
        return resource.uri();
    }

    boolean isTemplate() {
        return template.hasVariables();
    }

    /** The variables, if the URI is one of these resources. */
    Optional<Map<String, String>> match(String uri) {
        return template.match(uri);
    }

    /** As in resources/list or resources/templates/list. */
    public Map<String, Object> definition() {
        return Json.object(
                isTemplate() ? "uriTemplate" : "uri",
                resource.uri(),
                "name",
                resource.name(),
                "title",
                resource.title(),
                "description",
                resource.description(),
                "mimeType",
                mimeType());
    }

    /** One resource of the template, as in resources/list; the description would say the same for each. */
    Map<String, Object> definition(ListedResource.Entry entry) {
        return Json.object("uri", entry.uri(), "name", entry.name(), "title", entry.title(), "mimeType", mimeType());
    }

    private @Nullable String mimeType() {
        return resource.mimeType().isEmpty() ? null : resource.mimeType();
    }
}
