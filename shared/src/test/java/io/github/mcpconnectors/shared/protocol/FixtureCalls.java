package io.github.mcpconnectors.shared.protocol;

import io.github.mcpconnectors.shared.Call;

/** Opens the author's view of a request, for fixtures that have to do what authors cannot. */
public final class FixtureCalls {

    private FixtureCalls() {}

    public static Peer peer(Call call) {
        return ((RequestCall) call).peer();
    }
}
