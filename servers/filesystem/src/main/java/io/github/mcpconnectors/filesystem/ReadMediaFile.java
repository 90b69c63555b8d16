package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.WholeFile;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Rendered;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "read_media_file",
        title = "Read Media File",
        description = "Returns an image or sound as such, any other file as an embedded resource, in base64.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ReadMediaFile implements ToolHandler<ReadMediaFile.Input, ReadMediaFile.Output> {

    record Input(
            @Description("File") String path,

            @Description("Refuse larger") @Range(min = 1, max = 50_000_000) @Default("5000000")
            int maxBytes) {}

    record Embedded(String uri, String mimeType, String blob) {}

    record Item(
            String type,
            @Nullable String data,
            @Nullable String mimeType,
            @Nullable Embedded resource) {

        Content block() {
            if (resource != null) {
                return new Content.Embedded(
                        new ResourceContent(resource.uri(), resource.mimeType(), null, resource.blob()));
            }
            String bytes = String.valueOf(data);
            String mime = String.valueOf(mimeType);
            return type.equals("image") ? new Content.Image(bytes, mime) : new Content.Audio(bytes, mime);
        }
    }

    record Output(List<Item> content) implements Rendered {

        @Override
        public List<Content> blocks() {
            return content.stream().map(Item::block).toList();
        }
    }

    private final Sandbox sandbox;

    ReadMediaFile(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Output call(Input input, Call call) {
        Place place = sandbox.resolve(input.path());
        String data = Base64.getEncoder().encodeToString(WholeFile.read(sandbox, place, input.maxBytes()));
        String mime = MediaTypes.of(place.name());
        String kind = mime.substring(0, mime.indexOf('/'));
        return new Output(List.of(
                kind.equals("image") || kind.equals("audio")
                        ? new Item(kind, data, mime, null)
                        : new Item("resource", null, null, new Embedded(FileUri.of(place), mime, data))));
    }
}
