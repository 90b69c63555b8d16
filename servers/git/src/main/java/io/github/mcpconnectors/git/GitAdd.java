package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Names;
import io.github.mcpconnectors.git.change.Pathspec;
import io.github.mcpconnectors.git.change.Staging;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_add",
        title = "Stage files",
        description = "Adds file contents to the staging area",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitAdd implements ToolHandler<GitAdd.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Files, directories, patterns; . is all")
            List<String> files) {}

    private final Repositories repositories;

    GitAdd(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Changed call(Input input, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            Pathspec paths = Pathspec.of(input.files(), repository);
            Staging.Result staged = new Staging(repository, paths, true).stage(call);
            return Changed.of(
                    repository,
                    "Files staged successfully",
                    Notes.of(
                            told("Of repositories inside only the commit was staged: ", staged.embedded()),
                            told("Not staged, since their names are not UTF-8: ", staged.unreadable()),
                            Notes.filters(repository.ignoredFilters())));
        });
    }

    private static @Nullable String told(String what, List<String> names) {
        return names.isEmpty() ? null : what + Names.some(names) + ".";
    }
}
