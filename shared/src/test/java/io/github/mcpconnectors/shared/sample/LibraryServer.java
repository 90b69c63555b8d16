package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;

/** A server whose list of resources depends on what is there. */
public final class LibraryServer {

    private static final Program<SampleSettings> PROGRAM =
            new Program<>("library", "Books on shelves.", "", SampleSettings.class, LibraryServer::connector);

    private LibraryServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    private static Connector connector(SampleSettings settings) {
        return Connector.named("library", "Library")
                .resources(new Books(), new Greeting())
                .build();
    }
}
