package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.network.Globs;
import io.github.mcpconnectors.git.network.Network;
import io.github.mcpconnectors.git.network.Pushing;
import io.github.mcpconnectors.git.network.Upstreams;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_push",
        title = "Push",
        description = "Sends a branch to its remote, under the same name",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = true,
        longRunning = true)
final class GitPush implements ConfirmedTool<GitPush.Input, PushPlan, GitPush.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Name, if not that of the branch") @Nullable
            String remote,

            @Description("If not the current one") @Nullable String branch,

            @Description("Let the branch follow it") @Default("false")
            boolean setUpstream,

            @Description("Overwrite what was last fetched") @Default("false")
            boolean forceWithLease) {}

    record Output(String content, String sha) implements TextResult {}

    private final Repositories repositories;
    private final Network network;
    private final Globs protectedBranches;

    GitPush(Repositories repositories, Network network, Globs protectedBranches) {
        this.repositories = repositories;
        this.network = network;
        this.protectedBranches = protectedBranches;
    }

    @Override
    public Plan<PushPlan> plan(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> {
            PushPlan plan = PushPlan.of(repository.jgit(), input.remote(), input.branch(), network.hosts());
            return input.forceWithLease()
                    ? plan.overwriting(repository.jgit(), protectedBranches)
                    : Plan.harmless(plan);
        });
    }

    /** Takes a turn only for what it writes into the config. */
    @Override
    public Output apply(Input input, PushPlan plan, Call call) {
        Pushing pushing = plan.pushing();
        String content =
                repositories.read(input.repoPath(), repository -> pushing.push(repository.jgit(), network, call));
        if (input.setUpstream()) {
            repositories.write(input.repoPath(), repository -> {
                Upstreams.set(repository.jgit(), pushing.branch(), plan.remote());
                return true;
            });
        }
        return new Output(content, pushing.commit().name());
    }
}
