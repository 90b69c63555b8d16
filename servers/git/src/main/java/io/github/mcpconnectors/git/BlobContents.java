package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;

@Resource(
        uri = "git://{repo}/blob/{revision}/{+path}",
        name = "blob",
        title = "File at a revision",
        description = "A text file as text, another as bytes, up to 1 MiB; a symbolic link as the path in it.")
final class BlobContents implements ResourceHandler {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final Pattern TEXT = Pattern.compile("text/.*|.*[/+](json|xml|javascript)");

    private final Repositories repositories;
    private final OfferedNames names;

    BlobContents(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String path = variables.getOrDefault("path", "");
        return repositories.read(names.path(variables.getOrDefault("repo", "")), repository -> {
            AtRevision found = AtRevision.find(repository, variables.getOrDefault("revision", ""), path, call);
            return List.of(content(uri, path, bytes(repository, found, path)));
        });
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }

    private static byte[] bytes(OpenRepository repository, AtRevision found, String path) throws IOException {
        if (found.type() == Constants.OBJ_TREE) {
            throw invalid(path, "is a directory; read it with tree in place of blob in the URI.");
        }
        if (found.type() != Constants.OBJ_BLOB) {
            throw invalid(path, "is a submodule: what it holds is in another repository.");
        }
        ObjectLoader loader = repository.jgit().open(found.id(), Constants.OBJ_BLOB);
        if (loader.getSize() > MAX_BYTES) {
            throw invalid(path, "is larger than 1 MiB; git_read_file reads it in parts.");
        }
        return loader.getBytes(MAX_BYTES);
    }

    private static ResourceContent content(String uri, String path, byte[] bytes) {
        String type = Objects.requireNonNullElse(
                URLConnection.getFileNameMap().getContentTypeFor(path), "application/octet-stream");
        boolean named = TEXT.matcher(type).matches();
        String text = text(bytes);
        return text == null
                ? ResourceContent.bytes(uri, named ? "application/octet-stream" : type, bytes)
                : ResourceContent.text(uri, named ? type : "text/plain", Visible.text(text));
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return RawText.isBinary(bytes)
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static ToolException invalid(String path, String why) {
        return new ToolException(Reason.INVALID, Visible.line(path.isEmpty() ? "/" : path) + " " + why);
    }
}
