package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Author;
import io.github.mcpconnectors.git.change.Committing;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_commit",
        title = "Commit",
        description = "Records changes to the repository",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class GitCommit implements ToolHandler<GitCommit.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Message") String message,

            @Description("Name <email>") @Nullable String author,

            @Description("Replace the last commit") @Default("false")
            boolean amend,

            @Description("Even without changes") @Default("false")
            boolean allowEmpty,

            @Description("Stage changes to known files first") @Default("false")
            boolean all) {}

    private final Repositories repositories;

    GitCommit(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        Committing.Request request = new Committing.Request(
                input.message(), Author.parse(input.author()), input.amend(), input.allowEmpty(), input.all());
        return repositories.write(input.repoPath(), repository -> {
            Committing committing = new Committing(repository, request);
            String made = committing.commit(call).name();
            return Changed.of(
                    repository,
                    "Changes committed successfully with hash " + made,
                    Notes.of(hooks(committing.hooks()), committing.shouldBeSigned() ? "It is not signed." : null));
        });
    }

    private static @Nullable String hooks(List<String> hooks) {
        return hooks.isEmpty() ? null : "Hooks were not run: " + String.join(", ", hooks) + ".";
    }
}
