package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.remote.Remote;
import io.github.mcpconnectors.git.remote.Remotes;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_remotes",
        title = "List remotes",
        description = "Lists remotes, their URLs without credentials, and default branches",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitRemotes implements ToolHandler<GitRemotes.Input, GitRemotes.Output> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    record Output(String content, List<Remote> remotes, boolean truncated) implements TextResult {}

    private static final int MOST = 200;

    private final Repositories repositories;

    GitRemotes(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> {
            Fitting<Remote> shown = Fitting.of(Remotes.of(repository.jgit()), MOST);
            String content = shown.items().stream().map(Remote::text).collect(Collectors.joining("\n"));
            return new Output(content, shown.items(), shown.cut());
        });
    }
}
