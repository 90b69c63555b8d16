package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;

/** Main. */
public final class CrowdServer {

    private static final Program<SampleSettings> PROGRAM = new Program<>(
            "crowd", "For many clients at once.", "--write", SampleSettings.class, CrowdServer::connector);

    private CrowdServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    private static Connector connector(SampleSettings settings) {
        return Connector.named("crowd", "Crowd")
                .tools(new Echo(), new Wait(), new Meet(), new Gauge())
                .toolsIf(settings.write(), new Erase())
                .resources(new Bells())
                .build();
    }
}
