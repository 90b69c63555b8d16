package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Branching;
import io.github.mcpconnectors.git.change.NewName;
import io.github.mcpconnectors.git.change.Switching;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_checkout",
        title = "Switch branches",
        description = "Switches branches, or to a commit or tag",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class GitCheckout implements ToolHandler<GitCheckout.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Branch, tag or commit") String branchName,

            @Description("Make it first") @Default("false") boolean create) {}

    private final Repositories repositories;

    GitCheckout(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            Switching switching = new Switching(repository);
            Head before = Head.of(repository.jgit());
            if (input.create()) {
                switching.toNewBranch(NewName.branch(repository.jgit(), input.branchName()));
            } else {
                go(switching, input.branchName(), repository, call);
            }
            return Changed.of(
                    repository,
                    "Switched to branch '" + Visible.line(input.branchName()) + "'",
                    Notes.of(detached(before, Head.of(repository.jgit())), Notes.filters(repository.ignoredFilters())));
        });
    }

    private static void go(Switching switching, String name, OpenRepository repository, Call call) throws IOException {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        Optional<Ref> branch = Branching.local(repository.jgit(), revisions, name);
        if (branch.isPresent()) {
            switching.toBranch(branch.get(), name);
        } else {
            switching.toCommit(revisions.commit(name), name);
        }
    }

    private static @Nullable String detached(Head before, Head now) {
        String left = before.branch() != null
                        || before.commit() == null
                        || before.commit().equals(now.commit())
                ? null
                : "HEAD was at " + before.commit().name() + ".";
        return Notes.of(
                left, now.branch() != null ? null : "HEAD is detached: what is committed now belongs to no branch.");
    }
}
