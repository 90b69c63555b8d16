package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_tags",
        title = "List tags",
        description = "Lists tags, newest first, with what they say",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitTags implements ToolHandler<GitTags.Input, GitTags.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Glob, such as v1.*") @Nullable String pattern,

            @Description("Most tags") @Range(min = 1, max = 1_000) @Default("100")
            int limit) {}

    record Output(String content, List<Tags.Item> tags, boolean truncated, boolean untrusted) implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "There are more tags; give a pattern or raise limit." : null;
        }
    }

    private final Repositories repositories;

    GitTags(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public Output call(Input input, Call call) {
        return repositories.read(input.repoPath(), repository -> output(input, repository, call));
    }

    private static Output output(Input input, OpenRepository repository, Call call) throws IOException {
        Fitting<Tags.Item> found =
                Fitting.of(new Tags(repository.jgit(), call).matching(input.pattern()), input.limit());
        String content = found.items().stream().map(Tags.Item::line).collect(Collectors.joining("\n"));
        return new Output(content, found.items(), found.cut(), true);
    }
}
