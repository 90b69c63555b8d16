package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.blame.Blame;
import io.github.mcpconnectors.git.blame.BlameRequest;
import io.github.mcpconnectors.git.blame.IgnoredCommits;
import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_blame",
        title = "Blame lines",
        description = "Tells which commit each line of a file comes from",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitBlame implements ToolHandler<GitBlame.Input, BlameOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,
            @Description("File") String path,

            @Description("Commit") @Default("HEAD") String revision,

            @Description("From") @Default("1") int startLine,

            @Description("To") @Nullable Integer endLine,

            @Description("As -w") @Default("false") boolean ignoreWhitespace,

            @Description("Renames") @Default("true") boolean follow,

            @Description("Use .git-blame-ignore-revs") @Default("false")
            boolean ignoreRevs) {}

    private final Repositories repositories;

    GitBlame(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public BlameOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static BlameOutput output(Input input, OpenRepository repository, Call call) throws IOException {
        RevCommit commit = Commits.named(repository, input.revision(), call);
        try (Snapshot snapshot = Snapshot.of(repository, commit.getTree(), call)) {
            BlamedFile file = BlamedFile.of(snapshot, input.path());
            BlamedFile.Lines lines = file.lines(input.startLine(), input.endLine());
            BlameRequest request = new BlameRequest(
                    commit,
                    file.stored(),
                    input.ignoreWhitespace(),
                    input.follow(),
                    input.ignoreRevs() ? IgnoredCommits.of(snapshot) : Set.of());
            try (Blame blame = new Blame(repository.jgit(), request, call)) {
                return BlameOutput.of(file, lines, blame.of(lines.from(), lines.to()));
            }
        }
    }
}
