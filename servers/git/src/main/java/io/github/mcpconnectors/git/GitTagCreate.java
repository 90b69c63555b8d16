package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Branching;
import io.github.mcpconnectors.git.change.NewName;
import io.github.mcpconnectors.git.change.Tagging;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_tag_create",
        title = "Create tag",
        description = "Creates a tag, annotated if it has a message",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = false)
final class GitTagCreate implements ToolHandler<GitTagCreate.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Name") String name,

            @Description("Of what") @Default("HEAD") String revision,

            @Description("Message") @Nullable String message) {}

    private final Repositories repositories;

    GitTagCreate(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> create(input, repository, call));
    }

    private static Changed create(Input input, OpenRepository repository, Call call) throws IOException {
        String ref = NewName.tag(repository.jgit(), input.name());
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        ObjectId tagged = revisions.object(input.revision()).id();
        String message = input.message();
        Branching.create(
                repository.jgit(),
                ref,
                message == null || message.isBlank()
                        ? tagged
                        : Tagging.annotate(repository, input.name(), tagged, message));
        return Changed.of(
                repository,
                "Created tag '" + input.name() + "' at " + tagged.abbreviate(7).name(),
                repository.jgit().getConfig().getBoolean("tag", "gpgSign", false) ? "It is not signed." : null);
    }
}
