package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.protocol.ClientCapabilities;
import io.github.mcpconnectors.shared.protocol.FixtureCalls;
import io.github.mcpconnectors.shared.protocol.RpcError;
import io.github.mcpconnectors.shared.schema.Json;

/** For fixtures: tools that are to be tasks at once, or are tasks only. */
public final class Background {

    private Background() {}

    /** Gives the client the handle now, whatever the grace; false if it has no tasks. */
    public static boolean enter(Call call) {
        return FixtureCalls.peer(call) instanceof TaskPeer peer && peer.enterBackground();
    }

    /** Refuses clients that have no tasks. */
    public static void require(Call call) {
        if (!enter(call)) {
            throw new RpcError(
                    Codes.MISSING_CAPABILITY,
                    "This is done as a task only",
                    Json.object("requiredCapabilities", ClientCapabilities.neededFor(Tasks.EXTENSION)));
        }
    }
}
