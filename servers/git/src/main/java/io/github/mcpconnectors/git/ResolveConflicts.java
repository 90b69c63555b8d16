package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.status.ConflictSides;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "resolve-conflicts",
        title = "Resolve conflicts",
        description = "How to settle the conflicts of a merge, rebase or the like, from what each side did.")
final class ResolveConflicts implements PromptHandler<ResolveConflicts.Input> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    private final Repositories repositories;
    private final OfferedNames names;

    ResolveConflicts(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return repositories.read(names.pathOrGiven(input.repoPath()), repository -> briefing(repository, call));
    }

    private static List<Content> briefing(OpenRepository repository, Call call) throws IOException {
        ConflictSides conflicts = ConflictSides.of(repository);
        if (conflicts.isEmpty()) {
            throw new ToolException(Reason.NOT_FOUND, "There is no conflict in " + repository.shown() + ".");
        }
        String state = repository.jgit().getRepositoryState().name().toLowerCase(Locale.ROOT);
        return new Briefing(
                        repository,
                        "Settle the conflicts below. State of the repository: " + state + ".\n"
                                + "1. Say in a sentence what each side wanted. In a rebase \"our side\" is the branch that commits are"
                                + " put upon.\n"
                                + "2. For each file give the text that keeps what both wanted, or say which side to take and why."
                                + " Where they cannot both be had, ask.\n"
                                + "3. Look also for what does not conflict in the text but in its sense, such as a call of"
                                + " something that the other side renamed. Leave no conflict marker behind. Commit nothing"
                                + " until you are told to.")
                .with("what both sides did to the files", conflicts.text(call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
