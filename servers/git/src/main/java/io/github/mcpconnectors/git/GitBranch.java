package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_branch",
        title = "List branches",
        description = "Lists local, remote or all branches",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitBranch implements ToolHandler<GitBranch.Input, GitBranch.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Which") @Default("local") Branches.Type branchType,

            @Description("Only branches with this commit") @Nullable
            String contains,

            @Description("Only branches without it") @Nullable
            String notContains,

            @Description("Only branches merged into it") @Nullable
            String merged) {}

    record Output(String content, List<Branches.Item> branches, boolean truncated) implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "There are more branches; ask with contains or not_contains." : null;
        }
    }

    private static final int MOST = 1_000;

    private final Repositories repositories;

    GitBranch(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static Output output(Input input, OpenRepository repository, Call call) throws IOException {
        Branches branches = Branches.of(repository.jgit(), input.branchType());
        if (input.contains() != null) {
            branches = branches.containing(Commits.named(repository, input.contains(), call), true);
        }
        if (input.notContains() != null) {
            branches = branches.containing(Commits.named(repository, input.notContains(), call), false);
        }
        if (input.merged() != null) {
            branches = branches.mergedInto(Commits.named(repository, input.merged(), call), call);
        }
        List<Branches.Item> items = branches.items();
        List<Branches.Item> shown = items.subList(0, Math.min(items.size(), MOST));
        String content = shown.stream().map(input.branchType()::line).collect(Collectors.joining("\n"));
        return new Output(content, shown, items.size() > MOST);
    }
}
