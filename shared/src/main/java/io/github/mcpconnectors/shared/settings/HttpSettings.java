package io.github.mcpconnectors.shared.settings;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Reach;
import io.github.mcpconnectors.shared.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings that every server has for HTTP; without an address it serves stdio. */
public record HttpSettings(
        @Name("http") @Description("Serve HTTP at /mcp instead of stdio") @Nullable
        ListenAddress listen,

        @Description("Names in the Host header to accept besides localhost and addresses") @Default("")
        List<String> allowedHosts,

        @Description("Web pages that may call, such as https://app.example.com") @Default("")
        List<String> allowedOrigins,

        @Description("Clients up to 2025-11-25 over HTTP: with sessions, without, or not at all") @Default("sessions")
        Legacy legacy,

        @Description("Keys that seal confirmations, kid:base64[,...]; the same on all nodes") @Secret @Nullable
        String stateKeys) {

    /** How clients of 2025-11-25 and before are served over HTTP. */
    public enum Legacy {
        SESSIONS,
        STATELESS,
        OFF
    }

    /** From where the server can be called. */
    public Reach reach() {
        return listen == null || listen.loopback() ? Reach.MACHINE : Reach.NETWORK;
    }

    /** Where it listens, and not the keys. */
    @Override
    public String toString() {
        return "HttpSettings[listen=" + listen + "]";
    }
}
