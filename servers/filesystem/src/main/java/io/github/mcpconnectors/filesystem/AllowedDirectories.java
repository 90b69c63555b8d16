package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Resource(
        uri = "filesystem://roots",
        name = "allowed-directories",
        title = "Allowed directories",
        description = "The directories that this server may use, as file: URIs, one a line.",
        mimeType = "text/uri-list")
final class AllowedDirectories implements ResourceHandler {

    private final Sandbox sandbox;

    AllowedDirectories(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String uris = sandbox.roots().stream()
                .map(root -> FileUri.of(Place.of(root, root.real())))
                .collect(Collectors.joining("\r\n"));
        return List.of(ResourceContent.text(uri, "text/uri-list", uris));
    }
}
