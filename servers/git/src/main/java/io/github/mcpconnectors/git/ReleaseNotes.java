package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "release-notes",
        title = "Write release notes",
        description = "What users should know of the changes from one release to the next.")
final class ReleaseNotes implements PromptHandler<ReleaseNotes.Input> {

    record Input(
            @Description("The last release, such as v1.2") String from,

            @Description("This release") @Default("HEAD") String to,

            @Description("Repository") @Nullable String repoPath) {}

    private final Repositories repositories;
    private final OfferedNames names;

    ReleaseNotes(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return repositories.read(names.pathOrGiven(input.repoPath()), repository -> briefing(repository, input, call));
    }

    private static List<Content> briefing(OpenRepository repository, Input input, Call call) throws IOException {
        // Each by itself, so that neither can bring a range of its own.
        String from = Commits.named(repository, input.from(), call).name();
        String to = Commits.named(repository, input.to(), call).name();
        Span span = Span.of(repository, from + ".." + to, call);
        return new Briefing(
                        repository,
                        "Write the notes of a release for those who use it, from the commits below.\n"
                                + "1. Group them: what breaks or needs action, what is new, what was mended. Leave out what users"
                                + " do not notice, such as tests, builds and refactoring.\n"
                                + "2. One line each, in the words of users, with the short id of the commit. Join commits that are"
                                + " one change.\n"
                                + "3. Where a message is not enough to know what changed, look with git_show before you write.")
                .with("the commits", span.history(call))
                .with("lines added and removed, by file", span.counts(call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
