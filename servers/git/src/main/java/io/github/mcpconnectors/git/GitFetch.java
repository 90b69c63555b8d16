package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.network.Fetched;
import io.github.mcpconnectors.git.network.Fetching;
import io.github.mcpconnectors.git.network.NamedRemote;
import io.github.mcpconnectors.git.network.Network;
import io.github.mcpconnectors.git.network.RefChange;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_fetch",
        title = "Fetch",
        description = "Brings the branches of a remote here, as origin/main; your own branches and files stay",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = true,
        longRunning = true)
final class GitFetch implements ToolHandler<GitFetch.Input, GitFetch.Output> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Name, if not that of the branch") @Nullable
            String remote,

            @Description("Forget branches gone there") @Default("false")
            boolean prune,

            @Description("All tags") @Default("false") boolean tags,

            @Description("Commits a branch; makes it shallow") @Range(min = 1) @Nullable
            Integer depth) {}

    record Output(String content, List<RefChange> changes, boolean truncated) implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "There are more; git_branch lists what is here." : null;
        }
    }

    private final Repositories repositories;
    private final Network network;

    GitFetch(Repositories repositories, Network network) {
        this.repositories = repositories;
        this.network = network;
    }

    /** Takes no turn: refs have locks of their own, and a slow remote should keep nobody from committing. */
    @Override
    public Output call(Input input, Call call) {
        Fetching fetching = new Fetching(input.prune(), input.tags(), input.depth());
        return repositories.read(input.repoPath(), repository -> {
            NamedRemote remote = NamedRemote.find(repository.jgit(), input.remote());
            Fetched fetched = fetching.from(remote, repository.jgit(), network, call);
            return new Output(fetched.text(), fetched.shown(), fetched.truncated());
        });
    }
}
