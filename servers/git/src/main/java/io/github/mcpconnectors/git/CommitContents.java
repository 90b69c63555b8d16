package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.log.LoggedCommit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

@Resource(
        uri = "git://{repo}/commit/{sha}",
        name = "commit",
        title = "Commit",
        description = "Author, date and message of a commit, and what it changed against its first parent.",
        mimeType = "text/plain")
final class CommitContents implements ResourceHandler {

    private final Repositories repositories;
    private final OfferedNames names;

    CommitContents(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        String sha = variables.getOrDefault("sha", "");
        return repositories.read(
                names.path(variables.getOrDefault("repo", "")),
                repository -> List.of(ResourceContent.text(uri, "text/plain", text(repository, sha, call))));
    }

    private static String text(OpenRepository repository, String sha, Call call) throws IOException {
        RevCommit commit = Commits.named(repository, sha, call);
        RevCommit parent = Commits.parent(repository, commit);
        try (Changes changes = Changes.between(
                repository, TreeFilter.ALL, parent == null ? null : parent.getTree(), commit.getTree())) {
            return CommitInfo.text(LoggedCommit.of(commit, null)) + "\n" + Excerpt.of(changes, "git_show", call);
        }
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }
}
