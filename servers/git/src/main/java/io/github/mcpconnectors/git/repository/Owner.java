package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.DENIED;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** As git's safe.directory: a repository that somebody else owns may have been put there to be opened. */
final class Owner {

    private static final Path SELF = Path.of("/proc/self");

    private Owner() {}

    static void check(Layout layout) throws IOException {
        UserPrincipal self = self(layout.gitDir());
        if (!self.equals(Files.getOwner(layout.gitDir(), LinkOption.NOFOLLOW_LINKS))
                || !self.equals(Files.getOwner(layout.commonDir(), LinkOption.NOFOLLOW_LINKS))) {
            throw new ToolException(
                    DENIED,
                    "The repository " + layout.shown() + " belongs to another user than the one this server runs as."
                            + " Start the server with --trust-owner to use it all the same.");
        }
    }

    private static UserPrincipal self(Path path) throws IOException {
        return Files.exists(SELF)
                ? Files.getOwner(SELF)
                : path.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name"));
    }
}
