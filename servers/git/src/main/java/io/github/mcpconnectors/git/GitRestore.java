package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.Names;
import io.github.mcpconnectors.git.change.Restoration;
import io.github.mcpconnectors.git.change.Restoration.Source;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_restore",
        title = "Restore files",
        description =
                "Puts files back to what is staged, or to a commit; asks a person before unsaved changes are lost",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class GitRestore implements ConfirmedTool<GitRestore.Input, Restoration.Doomed, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Files, directories, patterns") List<String> paths,

            @Description("Commit; else the index") @Nullable String source) {}

    private final Repositories repositories;

    GitRestore(Repositories repositories) {
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
                        "Overwrite changes that are saved nowhere else, in "
                                + Names.files(doomed.lost().size()) + ": " + Names.some(doomed.lost()) + "?",
                        doomed.fingerprint());
    }

    @Override
    public Changed apply(Input input, Restoration.Doomed doomed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            restoration(input, repository, call).apply(doomed);
            return Changed.of(
                    repository, "Restored " + Names.files(doomed.files()), Notes.filters(repository.ignoredFilters()));
        });
    }

    private static Restoration restoration(Input input, OpenRepository repository, Call call) throws IOException {
        Source source = input.source() == null
                ? new Source.Index()
                : new Source.Tree(
                        Commits.named(repository, input.source(), call).getTree());
        return new Restoration(repository, source, input.paths(), call);
    }
}
