package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_reflog",
        title = "Show reflog",
        description = "Shows where a branch or HEAD was before, to find lost commits",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitReflog implements ToolHandler<GitReflog.Input, GitReflog.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Branch") @Default("HEAD") String ref,

            @Description("Entries") @Range(min = 1, max = 1_000) @Default("25")
            int maxCount,

            @Description("nextSkip") @Range(min = 0) @Default("0")
            int skip) {}

    record Output(
            String content,
            List<LoggedMove> entries,
            @Nullable Integer nextSkip,
            boolean untrusted) implements TextResult {

        @Override
        public @Nullable String note() {
            if (entries.isEmpty()) {
                return "The reflog has no entries here.";
            }
            return nextSkip == null ? null : "There is more; call again with skip " + nextSkip + ".";
        }
    }

    private final Repositories repositories;

    GitReflog(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static Output output(Input input, OpenRepository repository, Call call) throws IOException {
        List<LoggedMove> all = LoggedMove.named(input.ref(), repository, call);
        List<LoggedMove> rest = all.subList(Math.min(input.skip(), all.size()), all.size());
        Fitting<LoggedMove> shown = Fitting.of(rest, input.maxCount());
        String content =
                shown.items().stream().map(move -> move.line(input.ref())).collect(Collectors.joining("\n"));
        Integer next = shown.cut() ? input.skip() + shown.items().size() : null;
        return new Output(content, shown.items(), next, true);
    }
}
