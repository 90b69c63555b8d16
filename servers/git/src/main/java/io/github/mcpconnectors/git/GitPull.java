package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.network.Fetched;
import io.github.mcpconnectors.git.network.Fetching;
import io.github.mcpconnectors.git.network.NamedRemote;
import io.github.mcpconnectors.git.network.Network;
import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_pull",
        title = "Pull",
        description = "Fetches what the current branch follows and moves the branch and its files there",
        readOnly = false,
        destructive = false,
        idempotent = true,
        openWorld = true,
        longRunning = true)
final class GitPull implements ToolHandler<GitPull.Input, Changed> {

    record Input(
            @Description("Repository") @Nullable String repoPath,

            @Description("Refuse where both sides have commits; false merges them") @Default("true")
            boolean ffOnly,

            @Description("Put own commits on top instead") @Default("false")
            boolean rebase) {}

    private final Repositories repositories;
    private final Network network;

    GitPull(Repositories repositories, Network network) {
        this.repositories = repositories;
        this.network = network;
    }

    /** Only what happens here takes a turn, not the network. */
    @Override
    public Changed call(Input input, Call call) {
        Fetched fetched = repositories.read(input.repoPath(), repository -> fetch(repository, call));
        return repositories.write(input.repoPath(), repository -> {
            repository.requireWorkTree();
            Upstream upstream = Upstream.of(repository);
            String done = input.rebase()
                    ? upstream.rebase(repository, call)
                    : upstream.merge(repository, input.ffOnly(), call);
            return Changed.of(repository, fetched.text() + "\n" + done);
        });
    }

    private Fetched fetch(OpenRepository repository, Call call) throws IOException {
        repository.requireWorkTree();
        NamedRemote remote =
                NamedRemote.find(repository.jgit(), Upstream.of(repository).remote());
        return Fetching.PLAIN.from(remote, repository.jgit(), network, call);
    }
}
