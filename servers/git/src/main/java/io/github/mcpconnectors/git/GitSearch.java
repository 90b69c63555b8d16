package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.content.Snapshot;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.git.search.LinePattern;
import io.github.mcpconnectors.git.search.SearchRequest;
import io.github.mcpconnectors.git.search.TreeSearch;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_search",
        title = "Search files",
        description = "Finds lines in a commit or the index, as git grep -n",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class GitSearch implements ToolHandler<GitSearch.Input, SearchOutput> {

    record Input(
            @Description("Repository") @Nullable String repoPath,
            @Description("Text to find") String query,

            @Description("RE2") @Default("false") boolean regex,

            @Description("Any case") @Default("false") boolean ignoreCase,

            @Description("Path or glob") @Default("") String path,

            @Description("Or : (index)") @Default("HEAD") String revision,

            @Description("Lines around") @Default("0") int context,

            @Description("nextCursor") @Nullable String cursor) {}

    private static final Duration MOST = Duration.ofSeconds(20);

    private final Repositories repositories;

    GitSearch(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public SearchOutput call(Input input, Call call) {
        LinePattern pattern = LinePattern.of(input.query(), input.regex(), input.ignoreCase());
        SearchRequest request = new SearchRequest(pattern, input.path(), input.context(), input.cursor());
        return repositories.read(input.repoPath(), repository -> output(input.revision(), request, repository, call));
    }

    private static SearchOutput output(String revision, SearchRequest request, OpenRepository repository, Call call)
            throws IOException {
        Revisions revisions = new Revisions(repository.jgit(), Commits.dates(), call);
        try (Snapshot snapshot = Snapshot.of(repository, revisions, revision, call)) {
            TreeSearch search = new TreeSearch(snapshot, request, MOST, call);
            return SearchOutput.of(search.run(), search);
        }
    }
}
