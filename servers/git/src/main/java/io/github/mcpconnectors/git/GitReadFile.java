package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.content.Blob;
import io.github.mcpconnectors.git.content.Part;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.content.StoredFile;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_read_file",
        title = "Read a file",
        description = "Reads a text file, or lines of it, from a commit or the index",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitReadFile implements ToolHandler<GitReadFile.Input, ReadFileOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Or : (index)") @Default("HEAD") String revision,

            @Description("File") String path,

            @Description("First line") @Default("1") long offset,

            @Description("Lines") @Nullable Long limit,

            @Description("nextByte") @Nullable Long fromByte) {}

    private final Repositories repositories;

    GitReadFile(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ReadFileOutput call(Input input, Call call) {
        Part part = new Part(input.offset(), input.limit(), input.fromByte());
        return repositories.read(input.repoPath(), repository -> output(input, part, repository, call));
    }

    private static ReadFileOutput output(Input input, Part part, OpenRepository repository, Call call)
            throws IOException {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        try (Snapshot snapshot = Snapshot.of(repository, revisions, input.revision(), call)) {
            StoredFile file = snapshot.find(input.path());
            Blob blob = new Blob(snapshot.reader(), file);
            return ReadFileOutput.of(file, blob.size(), blob.read(part, call));
        }
    }
}
