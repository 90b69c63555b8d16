package io.github.mcpconnectors.postgres.export;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory of this process for its exports, which nobody else may read; made when there is one, gone with the process. */
final class ExportDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(ExportDirectory.class);
    private static final String PREFIX = "mcp-postgres-exports-";

    /** No export is kept so long: whose directory has not been touched since has died without cleaning up. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path parent;
    private final AtomicReference<@Nullable Path> made = new AtomicReference<>();

    ExportDirectory(Path parent) {
        this.parent = parent;
    }

    /** A file that only this user may read and write. */
    synchronized Path newFile(String suffix) throws IOException {
        Path known = made.get();
        Path directory = known != null && Files.isDirectory(known) ? known : make();
        return Files.createTempFile(directory, "", suffix);
    }

    private Path make() throws IOException {
        Path directory = Files.createTempDirectory(parent, PREFIX);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory), "remove exports"));
        made.set(directory);
        for (Path other : children(parent, PREFIX + "*")) {
            if (isAbandoned(other, Files.getOwner(directory))) {
                remove(other);
            }
        }
        return directory;
    }

    private static boolean isAbandoned(Path other, UserPrincipal user) {
        try {
            FileTime touched = Files.getLastModifiedTime(other, LinkOption.NOFOLLOW_LINKS);
            return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(user)
                    && touched.toInstant().isBefore(Instant.now().minus(ABANDONED));
        } catch (IOException e) {
            LOG.debug("It is gone already", e);
            return false;
        }
    }

    private static void remove(Path directory) {
        try {
            for (Path file : children(directory, "*")) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (NoSuchFileException e) {
            LOG.debug("It is gone already", e);
        } catch (IOException e) {
            LOG.warn("Exports are left behind in {}", directory, e);
        }
    }

    private static List<Path> children(Path directory, String glob) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(directory, glob)) {
            List<Path> list = new ArrayList<>();
            children.forEach(list::add);
            return list;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
