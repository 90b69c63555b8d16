package io.github.mcpconnectors.shared.transport.http;

/** What all requests to one server have in common. */
record Shared(HttpLimits limits, Pulse pulse, Budget bodies, Budget waiting) {

    static Shared of(HttpLimits limits) {
        return new Shared(limits, new Pulse(), new Budget(limits.memoryBytes()), new Budget(limits.memoryBytes()));
    }
}
