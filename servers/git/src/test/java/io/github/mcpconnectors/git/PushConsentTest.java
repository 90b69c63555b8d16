package io.github.mcpconnectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.shared.testing.Reply;
import io.github.mcpconnectors.shared.testing.Rpc;
import io.github.mcpconnectors.shared.testing.StdioWire;
import io.github.mcpconnectors.shared.testing.WireClient;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult.Action;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked before a push overwrites commits of others. */
class PushConsentTest extends ServedRemote {

    private TestRepository mine;
    private String theirs;

    @BeforeEach
    void part() {
        origin.branch("topic").checkout("topic").file("a.txt", "old\n").commit("Old");
        theirs = origin.head();
        mine = cloned().with(git ->
                        git.reset().setMode(ResetType.HARD).setRef("HEAD~1").call())
                .file("a.txt", "new\n")
                .commit("New");
    }

    private String[] flags() {
        return new String[] {"--network", "--write", "--allow-hosts=http://" + remote.place(), root.toString()};
    }

    private String push(Function<String, Action> person) {
        try (WireClient asked = WireClient.answering(person, GitServer.class, flags())) {
            String text = asked.call("git_push", "force_with_lease", true).text();
            assertThat(asked.questions())
                    .singleElement()
                    .asString()
                    .contains("Overwrite topic at " + remote.url(), "lost: 1.");
            return text;
        }
    }

    @Test
    void overwritesNothingThatAPersonWantsToKeep() {
        assertThat(push(question -> Action.DECLINE)).contains("did not agree");
        assertThat(push(question -> Action.CANCEL)).contains("did not agree");
        assertThat(origin.head()).isEqualTo(theirs);
        try (WireClient mute = WireClient.start(GitServer.class, flags())) {
            assertThat(mute.call("git_push", "force_with_lease", true).text()).contains("--confirm never");
        }
        assertThat(origin.head()).isEqualTo(theirs);
    }

    @Test
    void overwritesWhatAPersonGaveUp() {
        assertThat(push(question -> Action.ACCEPT)).startsWith("Pushed topic");
        assertThat(origin.head()).isEqualTo(mine.head());
    }

    /** Whether it was fetched or not: the person spoke of other commits. */
    @Test
    void overwritesNothingThatCameWhileThePersonThought() {
        assertThat(push(question -> {
                    origin.file("a.txt", "newer\n").commit("Newer");
                    return Action.ACCEPT;
                }))
                .contains("changed at the remote");
        ok("git_fetch");
        git(mine.folder()).run("update-ref", "refs/remotes/origin/topic", theirs);
        assertThat(push(question -> {
                    ok("git_fetch");
                    return Action.ACCEPT;
                }))
                .contains("changed meanwhile");
        assertThat(origin.tip().getShortMessage()).isEqualTo("Newer");
    }

    @Test
    void asksInTheNewEraToo() {
        try (StdioWire wire = StdioWire.start(GitServer.class, flags())) {
            Reply question = wire.ask(push(Map.of()));
            assertThat(question.result("resultType")).isEqualTo("input_required");
            String key = Reply.object(question.result("inputRequests"))
                    .keySet()
                    .iterator()
                    .next();
            assertThat(origin.head()).isEqualTo(theirs);
            Object state = question.result("requestState");
            Reply done = wire.ask(push(Map.of(
                    "inputResponses", Map.of(key, Map.of("action", "accept")), "requestState", String.valueOf(state))));
            assertThat(done.text()).startsWith("Pushed topic");
            assertThat(origin.head()).isEqualTo(mine.head());
        }
    }

    private static Map<String, Object> push(Map<String, ?> more) {
        Map<String, Object> params = Rpc.tool("git_push", "force_with_lease", true);
        params.putAll(more);
        return Rpc.modern("tools/call", params, Rpc.envelope(Rpc.MODERN, Rpc.ASKABLE));
    }
}
