package io.github.mcpconnectors.shared.start;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.Manifest;

/**
 * The main class of every runnable jar, in Java 8 bytecode: an older java gets a sentence instead of a stack trace, and
 * 17 or newer the server's own main method, which the manifest names as Server-Class.
 */
public final class Start {

    static final int OLDEST = 17;

    private Start() {}

    public static void main(String[] args) throws Throwable {
        String problem = problem(System.getProperty("java.specification.version"), System.getProperty("java.home"));
        if (problem != null) {
            System.err.println(problem);
            System.exit(2);
        }
        try {
            Class.forName(serverClass()).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What to tell the person, or null when this java is new enough; the version is like 1.8 or 21. */
    static String problem(String version, String home) {
        int feature = Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
        if (feature >= OLDEST) {
            return null;
        }
        return "This server needs Java " + OLDEST + " or newer, but was started with Java " + feature + " (" + home
                + "). Install a newer Java, or name one by its full path in the command that starts this server.";
    }

    private static String serverClass() throws IOException {
        try (InputStream manifest = Start.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            return new Manifest(manifest).getMainAttributes().getValue("Server-Class");
        }
    }
}
