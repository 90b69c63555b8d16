package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Names;
import io.github.mcpconnectors.git.change.Restoration;
import io.github.mcpconnectors.git.change.Restoration.Source;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_discard",
        title = "Discard changes",
        description = "Makes files what they are in the last commit, after a person agreed: staged and unstaged changes"
                + " are lost",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class GitDiscard implements ConfirmedTool<GitDiscard.Input, Restoration.Doomed, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Files, directories, patterns; . is all")
            List<String> paths,

            @Description("Delete files git does not know too") @Default("false")
            boolean includeUntracked) {}

    private final Repositories repositories;

    GitDiscard(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<Restoration.Doomed> plan(Input input, Call call) {
        Restoration.Doomed doomed = repositories.read(
                input.repoPath(),
                repository -> restoration(input, repository, call).plan());
        return doomed.lost().isEmpty()
                ? Plan.harmless(doomed)
                : Plan.ask(
                        doomed,
                        "Discard for good what was changed in "
                                + Names.files(doomed.lost().size()) + ": " + Names.some(doomed.lost()) + "?",
                        doomed.fingerprint());
    }

    @Override
    public Changed apply(Input input, Restoration.Doomed doomed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            restoration(input, repository, call).apply(doomed);
            return Changed.of(
                    repository,
                    "Discarded changes in " + Names.files(doomed.files()),
                    Notes.filters(repository.ignoredFilters()));
        });
    }

    private static Restoration restoration(Input input, OpenRepository repository, Call call) throws IOException {
        Source source = new Source.Whole(repository.headTree(), input.includeUntracked());
        return new Restoration(repository, source, input.paths(), call);
    }
}
