package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;

@Resource(
        uri = "git://{repo}/tree/{revision}/{+path}",
        name = "tree",
        title = "Directory at a revision",
        description =
                "The URIs of what is in a directory: blob for files, tree for directories. An empty path is the top.",
        mimeType = "text/uri-list")
final class TreeListing implements ResourceHandler {

    private final Repositories repositories;
    private final OfferedNames names;

    TreeListing(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String name = variables.getOrDefault("repo", "");
        String revision = variables.getOrDefault("revision", "");
        String path = variables.getOrDefault("path", "");
        Directory directory = new Directory(name, revision, path.isEmpty() || path.endsWith("/") ? path : path + "/");
        return repositories.read(
                names.path(name),
                repository -> List.of(ResourceContent.text(
                        uri,
                        "text/uri-list",
                        directory.list(AtRevision.find(repository, revision, path, call)
                                .entries(repository)))));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call).stream()
                .filter(name -> !variable.equals("path") || name.endsWith("/"))
                .toList();
    }

    /** As its entries begin; what is no URI is a comment (RFC 2483). */
    private record Directory(String repository, String revision, String path) {

        String list(List<AtRevision.Entry> entries) {
            StringBuilder list = new StringBuilder();
            for (AtRevision.Entry entry : entries) {
                String line = line(entry);
                if (list.length() + line.length() > Clip.RESULT_CHARS) {
                    return list + "# There is more; git_list_files shows it in parts.\r\n";
                }
                list.append(line).append("\r\n");
            }
            return list.toString();
        }

        private String line(AtRevision.Entry entry) {
            boolean submodule = entry.mode() == FileMode.GITLINK;
            String kind = entry.isDirectory() ? "tree" : "blob";
            String uri = GitUri.of(repository, kind, revision, path + entry.name() + (entry.isDirectory() ? "/" : ""));
            return submodule ? "# A submodule, at " + entry.id().name() + ": " + uri : uri;
        }
    }
}
