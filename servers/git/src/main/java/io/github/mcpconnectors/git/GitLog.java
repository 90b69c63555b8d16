package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.log.CommitLog;
import io.github.mcpconnectors.git.log.Decorations;
import io.github.mcpconnectors.git.log.LogFilter;
import io.github.mcpconnectors.git.log.LogPage;
import io.github.mcpconnectors.git.log.LogPaths;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_log",
        title = "Show history",
        description = "Shows the commit logs",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitLog implements ToolHandler<GitLog.Input, LogOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Commits") @Default("10") int maxCount,

            @Description("Such as 2 weeks ago") @Nullable String startTimestamp,

            @Description("End") @Nullable String endTimestamp,
            @Description("Alias") @Nullable String since,
            @Description("Alias") @Nullable String until,

            @Description("Or a..b") @Default("HEAD") String revision,

            @Description("Regex") @Nullable String author,

            @Description("Regex for messages") @Nullable String grep,

            @Description("Only these") @Default("") List<String> paths,

            @Description("One path through renames") @Default("false")
            boolean follow,

            @Description("nextSkip") @Default("0") int skip) {}

    private static final int MOST = 1_000;

    private final Repositories repositories;

    GitLog(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public LogOutput call(Input input, Call call) {
        LogPaths paths = new LogPaths(input.paths(), input.follow());
        LogFilter filter = new LogFilter(
                input.author(),
                input.grep(),
                Commits.time(input.startTimestamp(), input.since()),
                Commits.time(input.endTimestamp(), input.until()));
        CommitLog.Part part =
                new CommitLog.Part(Math.max(0, input.skip()), Math.max(1, Math.min(input.maxCount(), MOST)));
        return repositories.read(input.repoPath(), repository -> {
            RevisionRange range = Commits.range(repository, input.revision(), call);
            LogPage page = new CommitLog(repository.jgit(), call).read(range, filter, paths, part);
            return LogOutput.of(page, part.skip(), Decorations.of(repository.jgit()));
        });
    }
}
