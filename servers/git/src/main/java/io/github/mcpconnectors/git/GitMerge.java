package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.operation.Abandoning;
import io.github.mcpconnectors.git.operation.MergeSource;
import io.github.mcpconnectors.git.operation.Merging;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_merge",
        title = "Merge",
        description = "Merges a branch or commit into the current branch, or gives up a merge with conflicts",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitMerge implements ConfirmedTool<GitMerge.Input, String, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("What to merge") @Nullable String source,

            @Description("Fast-forward") @Default("auto") Merging.FastForward ff,

            @Description("Stage all as one change") @Default("false")
            boolean squash,

            @Description("Commit message") @Nullable String message,

            @Description("Give up instead") @Default("false")
            boolean abort) {}

    private final Repositories repositories;

    GitMerge(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<String> plan(Input input, Call call) {
        if (!input.abort()) {
            return Plan.harmless("");
        }
        return repositories.read(
                input.repoPath(), repository -> Abandoning.ofMerge(repository).plan("Give up the merge"));
    }

    @Override
    public Changed apply(Input input, String agreed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            repository.requireIdentity();
            String said = input.abort()
                    ? Abandoning.ofMerge(repository).giveUp(agreed, "merge")
                    : merge(repository, input, call);
            return Changed.of(repository, said);
        });
    }

    private static String merge(OpenRepository repository, Input input, Call call) throws IOException {
        MergeSource source = Commits.source(repository, input.source(), call);
        Merging.Way way = new Merging.Way(input.ff(), input.squash(), input.message());
        try (Merging merging = new Merging(repository, source, way)) {
            return merging.merge(call);
        }
    }
}
