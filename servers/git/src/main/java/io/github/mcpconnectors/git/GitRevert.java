package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.operation.Abandoning;
import io.github.mcpconnectors.git.operation.Picking;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_revert",
        title = "Revert",
        description = "Makes commits that undo others",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitRevert implements ConfirmedTool<GitRevert.Input, String, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("In this order") @Default("") List<String> commits,

            @Description("Only stage") @Default("false") boolean noCommit,

            @Description("Which parent of a merge counts") @Range(min = 0) @Default("0")
            int mainline,

            @Description("Give up one with conflicts") @Default("false")
            boolean abort) {}

    private final Repositories repositories;

    GitRevert(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<String> plan(Input input, Call call) {
        if (!input.abort()) {
            return Plan.harmless("");
        }
        return repositories.read(
                input.repoPath(),
                repository -> Abandoning.ofPick(repository, true).plan("Give up the revert"));
    }

    @Override
    public Changed apply(Input input, String agreed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            repository.requireIdentity();
            String said = input.abort()
                    ? Abandoning.ofPick(repository, true).giveUp(agreed, "revert")
                    : pick(repository, input, call);
            return Changed.of(repository, said);
        });
    }

    private static String pick(OpenRepository repository, Input input, Call call) throws IOException {
        Picking.Way way = new Picking.Way(true, input.noCommit(), input.mainline());
        return new Picking(repository, way).pick(Commits.named(repository, input.commits(), call), call);
    }
}
