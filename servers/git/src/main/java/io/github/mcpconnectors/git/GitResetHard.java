package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.change.HardReset;
import io.github.mcpconnectors.git.change.Names;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Tool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_reset_hard",
        title = "Reset hard",
        description = "Moves the branch to a commit with index and files, after a person agreed: changes are lost",
        readOnly = false,
        destructive = true,
        idempotent = true,
        openWorld = false)
final class GitResetHard implements ConfirmedTool<GitResetHard.Input, HardReset.Doomed, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Commit") @Default("HEAD") String revision) {}

    private final Repositories repositories;

    GitResetHard(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Plan<HardReset.Doomed> plan(Input input, Call call) {
        HardReset.Doomed doomed = repositories.read(
                input.repoPath(), repository -> reset(input, repository, call).plan());
        return doomed.loses() ? Plan.ask(doomed, question(doomed), doomed.fingerprint()) : Plan.harmless(doomed);
    }

    @Override
    public Changed apply(Input input, HardReset.Doomed doomed, Call call) {
        return repositories.write(input.repoPath(), repository -> {
            reset(input, repository, call).apply(doomed, input.revision());
            return Changed.of(
                    repository,
                    "HEAD is now at " + doomed.to().name(),
                    Notes.of(
                            doomed.left() == 0 || doomed.from() == null
                                    ? null
                                    : "It was at " + doomed.from().name() + ".",
                            Notes.filters(repository.ignoredFilters())));
        });
    }

    private static HardReset reset(Input input, OpenRepository repository, Call call) throws IOException {
        return new HardReset(repository, Commits.named(repository, input.revision(), call), call);
    }

    private static String question(HardReset.Doomed doomed) {
        List<String> lost = doomed.files().lost();
        List<String> losses = new ArrayList<>();
        if (doomed.left() > 0) {
            losses.add("leave " + doomed.left() + " commits out of the branch");
        }
        if (!lost.isEmpty()) {
            losses.add("lose what was changed in " + Names.files(lost.size()) + " for good: " + Names.some(lost));
        }
        return "Reset to " + doomed.to().abbreviate(7).name() + ", and " + String.join(", and ", losses) + "?";
    }
}
