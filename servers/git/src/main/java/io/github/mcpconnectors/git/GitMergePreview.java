package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.preview.MergePreview;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_merge_preview",
        title = "Preview a merge",
        description = "Tells whether and where a merge would conflict, without doing it",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitMergePreview implements ToolHandler<GitMergePreview.Input, MergePreviewOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,
            @Description("What to merge") String source,
            @Description("Into what") @Default("HEAD") String target) {}

    private final Repositories repositories;

    GitMergePreview(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public MergePreviewOutput call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static MergePreviewOutput output(Input input, OpenRepository repository, Call call) throws IOException {
        RevCommit ours = Commits.named(repository, input.target(), call);
        RevCommit theirs = Commits.named(repository, input.source(), call);
        MergePreview preview = MergePreview.of(repository.jgit(), ours, theirs, call);
        boolean shallow =
                !repository.jgit().getObjectDatabase().getShallowCommits().isEmpty();
        return MergePreviewOutput.of(preview, ours.name(), theirs.name(), shallow);
    }
}
