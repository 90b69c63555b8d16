package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.network.Cloning;
import io.github.mcpconnectors.git.network.Destination;
import io.github.mcpconnectors.git.network.Network;
import io.github.mcpconnectors.git.repository.Repositories;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "git_clone",
        title = "Clone",
        description = "Copies a remote repository into a new directory, without submodules",
        readOnly = false,
        destructive = false,
        idempotent = false,
        openWorld = true,
        longRunning = true)
final class GitClone implements ToolHandler<GitClone.Input, GitClone.Output> {

    record Input(
            @Description("https:// or ssh://") String url,

            @Description("New, in an allowed directory") String directory,

            @Description("Branch or tag") @Nullable String branch,

            @Description("Only so many commits of that branch") @Range(min = 1) @Nullable
            Integer depth) {}

    record Output(
            String content,
            @Nullable String branch,
            @Nullable String head) implements TextResult {}

    private final Repositories repositories;
    private final Network network;

    GitClone(Repositories repositories, Network network) {
        this.repositories = repositories;
        this.network = network;
    }

    @Override
    public Output call(Input input, Call call) {
        Destination from = network.hosts().judge(input.url());
        return repositories.create(input.directory(), repository -> {
            new Cloning(from, input.branch(), input.depth()).into(repository.jgit(), network, call);
            Changed made = Changed.of(repository, "Cloned " + from.shown() + " into " + repository.shown());
            return new Output(made.content(), made.branch(), made.head());
        });
    }
}
