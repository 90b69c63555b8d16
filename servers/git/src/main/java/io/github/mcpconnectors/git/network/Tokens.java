package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.shared.StartException;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that this server was given, each for one host: in a file, which is read anew each time, or in a variable such
 * as {@code GIT_TOKEN_GITHUB_COM}.
 */
public final class Tokens {

    private static final int MOST_BYTES = 16_384;

    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, String> environment;

    /** @param given host=file */
    public Tokens(List<String> given, Map<String, String> environment) {
        this.environment = environment;
        for (String each : given) {
            String[] parts = each.split("=", 2);
            try {
                files.put(parts[0].toLowerCase(Locale.ROOT), Path.of(parts[1]));
            } catch (ArrayIndexOutOfBoundsException | InvalidPathException e) {
                // Not quoted: it may be a token that was put in the wrong place.
                throw new StartException(2, "--token-file: write host=file, such as github.com=/run/secrets/token");
            }
        }
    }

    /** What a place needs a login by. */
    @Nullable
    String of(Destination to) {
        Path file = files.get(to.place());
        String token = file == null ? environment.get(variable(to)) : read(file, to);
        return token == null || token.isBlank() ? null : token.strip();
    }

    /** A dash is two underscores, so that no host gets the token of another. */
    static String variable(Destination to) {
        return "GIT_TOKEN_"
                + to.place().toUpperCase(Locale.ROOT).replace("-", "__").replaceAll("[^A-Z0-9_]", "_");
    }

    private static String read(Path file, Destination to) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ToolException(
                    Reason.UNAVAILABLE, "The token file for " + to.place() + " cannot be read; see --token-file.", e);
        }
    }
}
