package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.DatePhrases;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.AndRevFilter;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.revwalk.filter.RevFilter;
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

            @Description("Commits") @Range(min = 1, max = 1_000) @Default("10")
            int maxCount,

            @Description("Since, such as 2024-01-15T14:30") @Nullable
            String startTimestamp,

            @Description("Until") @Nullable String endTimestamp,

            @Description("Where to begin") @Default("HEAD") String revision,

            @Description("nextSkip") @Range(min = 0) @Default("0")
            int skip) {}

    private final Repositories repositories;

    GitLog(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public LogOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static LogOutput output(Input input, OpenRepository repository, Call call) throws IOException {
        RevCommit start = Commits.named(repository, input.revision(), call);
        StringBuilder text = new StringBuilder("Commit history:\n");
        List<CommitInfo> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository.jgit())) {
            walk.markStart(walk.parseCommit(start));
            walk.setRevFilter(between(input));
            int seen = 0;
            for (RevCommit commit : walk) {
                call.checkCancelled();
                if (seen++ < input.skip()) {
                    continue;
                }
                if (commits.size() == input.maxCount() || text.length() > Clip.RESULT_CHARS) {
                    return new LogOutput(text.toString(), commits, input.skip() + commits.size(), true);
                }
                text.append(commits.isEmpty() ? "" : "\n").append(CommitInfo.text(commit));
                commits.add(CommitInfo.of(commit));
            }
        }
        return new LogOutput(text.toString(), commits, null, true);
    }

    private static RevFilter between(Input input) {
        DatePhrases dates = Commits.dates();
        String since = input.startTimestamp();
        String until = input.endTimestamp();
        return AndRevFilter.create(
                since == null ? RevFilter.ALL : CommitTimeRevFilter.after(dates.parse(since)),
                until == null ? RevFilter.ALL : CommitTimeRevFilter.before(dates.parse(until)));
    }
}
