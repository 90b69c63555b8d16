package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Content;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Prompt;
import io.github.mcpconnectors.shared.PromptHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Prompt(
        name = "summarize-changes",
        title = "Summarize changes",
        description = "What a range of commits changes, for somebody who decides whether to merge it.")
final class SummarizeChanges implements PromptHandler<SummarizeChanges.Input> {

    record Input(
            @Description("Commits, such as main..feature") String range,

            @Description("Repository") @Nullable String repoPath) {}

    private final Repositories repositories;
    private final OfferedNames names;

    SummarizeChanges(Repositories repositories, OfferedNames names) {
        this.repositories = repositories;
        this.names = names;
    }

    @Override
    public List<Content> render(Input input, Call call) {
        return repositories.read(
                names.pathOrGiven(input.repoPath()), repository -> briefing(repository, input.range(), call));
    }

    private static List<Content> briefing(OpenRepository repository, String range, Call call) throws IOException {
        Span span = Span.of(repository, range, call);
        return new Briefing(
                        repository,
                        "Summarize what the commits below change, for somebody who has to decide whether to merge"
                                + " them and has not seen them.\n"
                                + "1. In one sentence, what they are for.\n"
                                + "2. What behaves differently afterwards, the most important first; each with the files where.\n"
                                + "3. What needs care: formats, interfaces, settings, data, security; and what is not tested.\n"
                                + "Take it from the diff; where messages claim something else, say so.")
                .with("the commits", span.history(call))
                .with("what they change together", span.diff(call))
                .blocks();
    }

    @Override
    public List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return names.complete(argument, typed, chosen, call);
    }
}
