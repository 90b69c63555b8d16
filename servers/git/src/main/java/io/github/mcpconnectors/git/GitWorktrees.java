package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.LinkedWorkTree;
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
        name = "git_worktrees",
        title = "List work trees",
        description = "Lists linked work trees and what each has checked out",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitWorktrees implements ToolHandler<GitWorktrees.Input, GitWorktrees.Output> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    record Output(String content, List<LinkedWorkTree> worktrees, boolean truncated) implements TextResult {}

    private static final int MOST = 500;

    private final Repositories repositories;

    GitWorktrees(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        Fitting<LinkedWorkTree> shown = Fitting.of(repositories.workTrees(input.repoPath()), MOST);
        String content = shown.items().stream().map(LinkedWorkTree::text).collect(Collectors.joining("\n"));
        return new Output(content, shown.items(), shown.cut());
    }
}
