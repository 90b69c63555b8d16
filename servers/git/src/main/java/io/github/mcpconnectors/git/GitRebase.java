package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.operation.Rebasing;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_rebase",
        title = "Rebase",
        description = "Puts the commits of the current branch on top of another; after conflicts goes on, skips one or"
                + " gives up",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitRebase implements ConfirmedTool<GitRebase.Input, String, Changed> {

    enum Mode {
        START,
        CONTINUE,
        SKIP,
        ABORT
    }

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("For start: branch or commit") @Nullable
            String upstream,

            @Description("Step") @Default("start") Mode mode) {}

    private final Repositories repositories;

    GitRebase(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<String> plan(Input input, Call call) {
        if (input.mode() == Mode.START || input.mode() == Mode.CONTINUE) {
            return Plan.harmless("");
        }
        return repositories.read(input.repoPath(), repository -> {
            try (Rebasing rebasing = new Rebasing(repository, call)) {
                return rebasing.planToLeave(input.mode() == Mode.SKIP ? "Skip this commit" : "Give up the rebase");
            }
        });
    }

    @Override
    public Changed apply(Input input, String agreed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            repository.requireIdentity();
            try (Rebasing rebasing = new Rebasing(repository, call)) {
                String said = switch (input.mode()) {
                    case START -> {
                        String upstream = Commits.require(input.upstream(), "upstream");
                        yield rebasing.start(upstream, Commits.named(repository, upstream, call));
                    }
                    case CONTINUE -> rebasing.goOn();
                    case SKIP -> rebasing.skip(agreed);
                    case ABORT -> rebasing.abort(agreed);
                };
                return Changed.of(repository, said);
            }
        });
    }
}
