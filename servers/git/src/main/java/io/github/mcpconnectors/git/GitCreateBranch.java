package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Branching;
import io.github.mcpconnectors.git.change.NewName;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_create_branch",
        title = "Create branch",
        description = "Creates a new branch from an optional base branch",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class GitCreateBranch implements ToolHandler<GitCreateBranch.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Name") String branchName,

            @Description("Branch or commit; else the current one") @Nullable
            String baseBranch) {}

    private final Repositories repositories;

    GitCreateBranch(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> create(input, repository, call));
    }

    private static Changed create(Input input, OpenRepository repository, Call call) throws IOException {
        String name = input.branchName();
        String ref = NewName.branch(repository.jgit(), name);
        String given = input.baseBranch();
        // The reference takes an empty text for none.
        String base = given == null || given.isEmpty() ? Constants.HEAD : given;
        Branching.create(repository.jgit(), ref, Commits.named(repository, base, call));
        Ref upstream = new Revisions(repository.jgit(), Commits.dates(), call)
                .ref(base)
                .filter(found -> found.getName().startsWith(Constants.R_REMOTES))
                .orElse(null);
        if (upstream != null) {
            Branching.follow(repository.jgit(), name, upstream);
        }
        String current = repository.jgit().getBranch();
        String from = base.equals(Constants.HEAD) && current != null ? current : base;
        return Changed.of(repository, "Created branch '" + name + "' from '" + Visible.line(from) + "'");
    }
}
