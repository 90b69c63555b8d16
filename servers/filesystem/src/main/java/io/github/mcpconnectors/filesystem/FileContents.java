package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.Watcher;
import io.github.mcpconnectors.filesystem.sandbox.WholeFile;
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
import java.util.stream.Collectors;

@Resource(
        uri = "file:///{+path}",
        name = "file",
        title = "File or directory",
        description = "A text file as text, another file as bytes, a directory as the file: URIs in it; up to 1 MiB.")
final class FileContents implements WatchedResource {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int COMPLETIONS = 200;

    private final Sandbox sandbox;
    private final TextFiles texts;
    private final Watcher watcher;

    FileContents(TextFiles texts) {
        this.sandbox = texts.sandbox();
        this.texts = texts;
        this.watcher = new Watcher(sandbox);
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        Place place = sandbox.resolve(path(variables));
        Entry entry = sandbox.stat(place);
        if (entry.isDirectory()) {
            return List.of(ResourceContent.text(uri, "text/uri-list", listing(place)));
        }
        if (entry.size() > MAX_BYTES) {
            throw new ToolException(
                    Reason.INVALID, place.shown() + " is larger than 1 MiB; read_text_file reads it in parts");
        }
        return List.of(isText(place, call) ? text(uri, place, call) : bytes(uri, place));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        sandbox.stat(sandbox.resolve(path(variables)));
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        return watcher.watch(path(variables), changed);
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        if (sandbox.roots().isEmpty()) {
            return List.of();
        }
        int slash = typed.lastIndexOf('/');
        if (slash < 0 || !isAllowed(absolute(typed.substring(0, slash + 1)))) {
            return sandbox.roots().stream()
                    .map(root -> relative(root.given().toString()) + "/")
                    .filter(root -> root.startsWith(typed))
                    .toList();
        }
        Place parent = sandbox.resolve(absolute(typed.substring(0, slash + 1)));
        try (Directory directory = sandbox.directory(parent)) {
            return directory.names().stream()
                    .filter(name -> name.startsWith(typed.substring(slash + 1)))
                    .sorted()
                    .limit(COMPLETIONS)
                    .flatMap(name -> directory.find(name).stream())
                    .map(entry -> typed.substring(0, slash + 1) + entry.name() + (entry.isDirectory() ? "/" : ""))
                    .toList();
        }
    }

    private boolean isAllowed(String path) {
        try {
            return sandbox.stat(sandbox.resolve(path)).isDirectory();
        } catch (ToolException e) {
            return false;
        }
    }

    private static String path(Map<String, String> variables) {
        return absolute(variables.getOrDefault("path", ""));
    }

    /** The template begins with the slash of a POSIX path; a Windows path has its drive there. */
    private static String absolute(String path) {
        return path.matches("[A-Za-z]:.*") ? path : "/" + path;
    }

    private static String relative(String path) {
        return path.startsWith("/") ? path.substring(1) : path.replace('\\', '/');
    }

    private String listing(Place place) {
        try (Directory directory = sandbox.directory(place)) {
            return directory.names().stream()
                    .sorted()
                    .limit(10_000)
                    .map(name -> FileUri.of(place.child(name)))
                    .collect(Collectors.joining("\r\n"));
        }
    }

    private boolean isText(Place place, Call call) {
        return texts.encoding(place, call) != null;
    }

    private ResourceContent text(String uri, Place place, Call call) {
        String mime = MediaTypes.of(place.name());
        return ResourceContent.text(
                uri,
                mime.equals(MediaTypes.UNKNOWN) ? "text/plain" : mime,
                texts.whole(place, MAX_BYTES, call).text());
    }

    private ResourceContent bytes(String uri, Place place) {
        return ResourceContent.bytes(uri, MediaTypes.of(place.name()), WholeFile.read(sandbox, place, MAX_BYTES));
    }
}
