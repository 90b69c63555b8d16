package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.content.Listing;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_list_files",
        title = "List files",
        description = "Lists files of a commit or the index: mode, size, path",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitListFiles implements ToolHandler<GitListFiles.Input, GitListFiles.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Or : (index)") @Default("HEAD") String revision,

            @Description("Directory") @Default("") String path,

            @Description("All files below") @Default("false")
            boolean recursive,

            @Description("nextCursor") @Nullable String cursor) {}

    record Output(
            String content,
            List<Listing.Item> entries,
            boolean truncated,
            @Nullable String nextCursor) implements TextResult {

        @Override
        public @Nullable String note() {
            return nextCursor == null ? null : "There is more; call again with cursor " + nextCursor + ".";
        }
    }

    private final Repositories repositories;

    GitListFiles(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static Output output(Input input, OpenRepository repository, Call call) throws IOException {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        try (Snapshot snapshot = Snapshot.of(repository, revisions, input.revision(), call)) {
            Listing listing = Listing.of(snapshot, input.path(), input.recursive(), input.cursor());
            String content = listing.items().stream().map(Listing.Item::line).collect(Collectors.joining("\n"));
            String next = listing.nextCursor();
            return new Output(content, listing.items(), next != null, next);
        }
    }
}
