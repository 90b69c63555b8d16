package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.conflict.ConflictReader;
import io.github.mcpconnectors.git.conflict.ConflictedFile;
import io.github.mcpconnectors.git.diff.PathLimit;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.SafeNames;
import io.github.mcpconnectors.git.status.UnderWay;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Nearest;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_conflicts",
        title = "Show conflicts",
        description = "Lists files with conflicts, their versions, and the lines of the markers",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitConflicts implements ToolHandler<GitConflicts.Input, ConflictsOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("One file, with the text of each version") @Nullable
            String path) {}

    private static final int MOST = 200;

    private final Repositories repositories;

    GitConflicts(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ConflictsOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input.path(), repository, call));
    }

    private static ConflictsOutput output(@Nullable String path, OpenRepository repository, Call call)
            throws IOException {
        ConflictReader reader = new ConflictReader(repository, call);
        List<String> all = reader.paths();
        List<String> wanted = path == null ? all : List.of(existing(PathLimit.normal(path), all));
        List<String> first = wanted.subList(0, Math.min(wanted.size(), MOST));
        Fitting<ConflictedFile> files = Fitting.of(reader.read(first, path != null), MOST);
        return ConflictsOutput.of(
                UnderWay.of(repository.jgit()),
                files.items(),
                wanted.size() > files.items().size());
    }

    private static String existing(String path, List<String> all) {
        if (!all.contains(path)) {
            throw new ToolException(
                    ToolException.Reason.NOT_FOUND,
                    "There is no conflict in " + SafeNames.quoted(path) + "." + Nearest.hint(path, all)
                            + " Leave path out to list all.");
        }
        return path;
    }
}
