package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.diff.Changes;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
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
        name = "review-diff",
        title = "Review a diff",
        description = "Mistakes in what was changed since a commit, or in a range of commits, worst first.")
final class ReviewDiff implements PromptHandler<ReviewDiff.Input> {

    record Input(
            @Description("What the files are compared with, or a range such as main..feature") @Default("HEAD")
            String target,

            @Description("Repository") @Nullable String repoPath) {}

    private final Repositories repositories;
    private final OfferedNames names;

    ReviewDiff(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return repositories.read(
                names.pathOrGiven(input.repoPath()), repository -> briefing(repository, input.target(), call));
    }

    private static List<Content> briefing(OpenRepository repository, String target, Call call) throws IOException {
        String diff = diff(repository, target, call);
        if (diff.isEmpty()) {
            throw new ToolException(
                    Reason.NOT_FOUND,
                    "There is nothing to review: no tracked file differs from " + Visible.line(target) + ".");
        }
        return new Briefing(
                        repository,
                        "Review the diff below.\n"
                                + "1. Read around it with git_read_file, git_search and git_blame where the diff does not show"
                                + " enough.\n"
                                + "2. List what is wrong or risky, worst first: file and line, what happens in which case, and the"
                                + " change that would mend it. Look above all for wrong results, lost data, races, holes in"
                                + " security, and broken callers.\n"
                                + "3. Leave out matters of taste, and say what you could not judge. Change nothing.")
                .with("a diff", diff)
                .blocks();
    }

    private static String diff(OpenRepository repository, String target, Call call) throws IOException {
        if (target.contains("..")) {
            return Span.of(repository, target, call).diff(call);
        }
        try (Changes changes = Changes.since(
                repository,
                TreeFilter.ALL,
                Commits.named(repository, target, call).getTree())) {
            return Excerpt.of(changes, "git_diff", call);
        }
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
