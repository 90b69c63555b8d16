package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Pathspec;
import io.github.mcpconnectors.git.change.Unstaging;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_reset",
        title = "Unstage",
        description = "Unstages all staged changes",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class GitReset implements ToolHandler<GitReset.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Only these") @Default("") List<String> paths) {}

    private final Repositories repositories;

    GitReset(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        boolean all = input.paths().isEmpty();
        return repositories.write(input.repoPath(), repository -> {
            Pathspec paths = all ? Pathspec.everything() : Pathspec.of(input.paths(), repository);
            Unstaging.unstage(repository, paths, call);
            boolean ended = all && Unstaging.end(repository.jgit());
            return Changed.of(
                    repository,
                    "All staged changes reset",
                    ended
                            ? "What was under way (merge, cherry-pick or revert) has ended; files are as they were."
                            : null);
        });
    }
}
