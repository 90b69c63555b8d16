package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.status.Head;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "commit-message",
        title = "Write a commit message",
        description = "A message for what is staged, in the style of the last commits.")
final class CommitMessage implements PromptHandler<CommitMessage.Input> {

    record Input(@Description("Repository") @Nullable String repoPath) {}

    private static final int MODELS = 15;

    private final Repositories repositories;
    private final OfferedNames names;

    CommitMessage(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return repositories.read(names.pathOrGiven(input.repoPath()), repository -> briefing(repository, call));
    }

    private static List<Content> briefing(OpenRepository repository, Call call) throws IOException {
        Head head = Head.of(repository.jgit());
        try (Changes changes = Changes.staged(repository, TreeFilter.ALL, repository.headTree())) {
            if (!changes.unmerged().isEmpty()) {
                throw new ToolException(
                        Reason.CONFLICT, "There are conflicts; the prompt resolve-conflicts helps with them.");
            }
            if (changes.entries().isEmpty()) {
                throw new ToolException(
                        Reason.CONFLICT, "Nothing is staged. Stage first what belongs in the commit, as with git add.");
            }
            return new Briefing(
                            repository,
                            "Write the commit message for what is staged, which is below as a diff.\n"
                                    + "1. A subject that completes \"if applied, this commit will ...\", under 60 characters,"
                                    + " without a full stop.\n"
                                    + "2. If the diff does not speak for itself, a blank line and a body that says why, in lines"
                                    + " of at most 72 characters. What was changed can be seen; do not repeat it.\n"
                                    + "3. Follow the style of the last commits where there are any. If the diff holds several"
                                    + " changes that have nothing to do with each other, say how to split them.\n"
                                    + "Answer with the message alone. Commit nothing.")
                    .with("the last commits", head.commit() == null ? null : Excerpt.last(repository, MODELS, call))
                    .with("what is staged", Excerpt.of(changes, "git_diff_staged", call))
                    .blocks();
        }
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
