package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.BranchDeletion;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_delete_branch",
        title = "Delete branch",
        description = "Deletes a local branch; force also one that is not merged, after a person agreed",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitDeleteBranch implements ConfirmedTool<GitDeleteBranch.Input, BranchDeletion, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Branch") String name,

            @Description("Even if not merged") @Default("false")
            boolean force) {}

    private final Repositories repositories;
    private final boolean mayForce;

    GitDeleteBranch(Repositories repositories, boolean mayForce) {
        this.repositories = repositories;
        this.mayForce = mayForce;
    }

    @Override
    public Plan<BranchDeletion> plan(Input input, Call call) {
        BranchDeletion deletion =
                repositories.read(input.repoPath(), repository -> BranchDeletion.plan(repository.jgit(), input.name()));
        if (deletion.merged()) {
            return Plan.harmless(deletion);
        }
        if (!input.force()) {
            throw new ToolException(
                    Reason.CONFLICT, "The branch has commits that are not merged yet: merge it, or set force.");
        }
        if (!mayForce) {
            throw new ToolException(
                    Reason.DENIED,
                    "The branch is not merged, and this server was started without --allow-destructive.");
        }
        String commit = deletion.commit().name();
        return Plan.ask(
                deletion, "Delete the branch " + input.name() + ", which is not merged, at " + commit + "?", commit);
    }

    @Override
    public Changed apply(Input input, BranchDeletion deletion, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            deletion.apply(repository.jgit());
            String was = deletion.commit().abbreviate(7).name();
            return Changed.of(repository, "Deleted branch '" + input.name() + "' (was " + was + ")");
        });
    }
}
