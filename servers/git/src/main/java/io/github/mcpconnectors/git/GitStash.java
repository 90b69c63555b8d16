package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.stash.StashApply;
import io.github.mcpconnectors.git.stash.StashPush;
import io.github.mcpconnectors.git.stash.Stashes;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Tool;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_stash",
        title = "Stash",
        description = "Puts local changes away or brings them back",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitStash implements ConfirmedTool<GitStash.Input, String, Changed> {

    enum Mode {
        PUSH,
        APPLY,
        POP,
        DROP
    }

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Pop is apply and drop") @Default("push")
            Mode mode,

            @Description("Of a new one") @Nullable String message,

            @Description("Also files git does not know") @Default("false")
            boolean includeUntracked,

            @Description("Which, 0 is the newest") @Range(min = 0) @Default("0")
            int index) {}

    private final Repositories repositories;

    GitStash(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<String> plan(Input input, Call call) {
        if (input.mode() != Mode.DROP) {
            return Plan.harmless("");
        }
        return repositories.read(input.repoPath(), repository -> {
            Stashes.Entry entry = Stashes.find(repository, input.index());
            String id = entry.commit().name();
            return Plan.ask(id, "Drop " + entry.shown() + " for good?", id);
        });
    }

    @Override
    public Changed apply(Input input, String agreed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            repository.requireIdentity();
            return Changed.of(
                    repository,
                    switch (input.mode()) {
                        case PUSH -> new StashPush(repository).push(input.message(), input.includeUntracked());
                        case APPLY -> new StashApply(repository, call).apply(input.index(), false);
                        case POP -> new StashApply(repository, call).apply(input.index(), true);
                        case DROP -> Stashes.drop(repository, input.index(), agreed);
                    });
        });
    }
}
