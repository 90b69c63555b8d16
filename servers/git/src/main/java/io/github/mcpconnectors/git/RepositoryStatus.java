package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.git.status.StatusText;
import io.github.mcpconnectors.git.status.WorkingState;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.Watch;
import io.github.mcpconnectors.shared.WatchedResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;

@Resource(
        uri = "git://{repo}/status",
        name = "status",
        title = "Status of a repository",
        description =
                "What git status says, the last commit, and the branches. Tells when HEAD, the index or a ref changes.",
        mimeType = "text/plain")
final class RepositoryStatus implements WatchedResource, ListedResource {

    private static final int FILES = 200;
    private static final int BRANCHES = 50;
    private static final int LONGEST_LINE = 200;

    private final Repositories repositories;
    private final OfferedNames names;

    RepositoryStatus(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public Listing list(Call call) {
        List<Entry> entries = names.repositories().keySet().stream()
                .map(name -> new Entry(GitUri.status(name), Visible.line(name), "Status of " + Visible.line(name)))
                .toList();
        return new Listing(entries, repositories.refusals());
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return repositories.read(
                path(variables),
                repository -> List.of(ResourceContent.text(uri, "text/plain", text(repository, call))));
    }

    @Override
    public void admit(String uri, Map<String, String> variables, Caller caller) {
        repositories.read(path(variables), OpenRepository::shown);
    }

    @Override
    public Watch watch(String uri, Map<String, String> variables, Runnable changed) {
        return repositories.watch(path(variables), changed);
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return names.complete(variable, typed, chosen, call);
    }

    private String path(Map<String, String> variables) {
        return names.path(variables.getOrDefault("repo", ""));
    }

    private static String text(OpenRepository repository, Call call) throws IOException {
        Head head = Head.of(repository.jgit());
        StringBuilder text = new StringBuilder(
                repository.jgit().isBare()
                        ? "A bare repository: no files are checked out."
                        : new StatusText(repository, WorkingState.of(repository, call), true, FILES).write());
        if (head.commit() != null) {
            String subject =
                    Commits.named(repository, head.commit().name(), call).getShortMessage();
            text.append("\n\nLast commit: ")
                    .append(head.commit().abbreviate(7).name())
                    .append(' ')
                    .append(Visible.line(Clip.line(subject, LONGEST_LINE)));
        }
        List<Branches.Item> branches =
                Branches.of(repository.jgit(), Branches.Type.LOCAL).items();
        text.append(branches.isEmpty() ? "" : "\n\nBranches:");
        branches.stream()
                .limit(BRANCHES)
                .forEach(branch -> text.append('\n')
                        .append(Branches.Type.LOCAL.line(branch))
                        .append(' ')
                        .append(branch.sha(), 0, 7));
        text.append(branches.size() > BRANCHES ? "\n… and " + (branches.size() - BRANCHES) + " more" : "");
        return text.append('\n').toString();
    }
}
