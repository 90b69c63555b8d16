package io.github.mcpconnectors.git;

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
        name = "git_stash_list",
        title = "List stashes",
        description = "Lists stashed changes with their files",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitStashList implements ToolHandler<GitStashList.Input, GitStashList.Output> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    record Output(String content, List<Stash> stashes, boolean truncated, boolean untrusted) implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "Some stashes or files are left out." : null;
        }
    }

    private static final int MOST = 100;

    private final Repositories repositories;

    GitStashList(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> {
            List<LoggedMove> all = Stash.entries(repository);
            Fitting<Stash> shown =
                    Fitting.of(Stash.of(repository, all.subList(0, Math.min(all.size(), MOST)), call), MOST);
            String content = shown.items().stream().map(Stash::text).collect(Collectors.joining("\n"));
            boolean cut =
                    all.size() > shown.items().size() || shown.items().stream().anyMatch(Stash::truncated);
            return new Output(content, shown.items(), cut, true);
        });
    }
}
