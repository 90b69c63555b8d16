package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Branching;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.Objects;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_tag_delete",
        title = "Delete tag",
        description = "Deletes a tag on this machine",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class GitTagDelete implements ToolHandler<GitTagDelete.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Tag") String name) {}

    private final Repositories repositories;

    GitTagDelete(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            Ref tag = Branching.existing(repository.jgit(), Constants.R_TAGS, input.name());
            Branching.delete(repository.jgit(), tag);
            String was = Objects.requireNonNull(tag.getObjectId()).name();
            return Changed.of(repository, "Deleted tag '" + input.name() + "' (was " + was + ")");
        });
    }
}
