package io.github.mcpconnectors.filesystem.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What Java tells about an entry by its path only, and not through a handle. If a file has several names (links), then
 * replacing it by one of them leaves the others as they were.
 */
public record Details(String owner, int links) {

    /** Empty where the disk has none, and when the path led to another file than the entry that was looked at. */
    public static Optional<Details> of(Place place, Entry entry) {
        Path path = place.path();
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        try {
            Map<String, Object> found =
                    Files.readAttributes(path, "unix:owner,nlink,fileKey", LinkOption.NOFOLLOW_LINKS);
            return Objects.equals(found.get("fileKey"), entry.fileKey()) ? Optional.of(of(found)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Details of(Map<String, Object> found) {
        return new Details(String.valueOf(found.get("owner")), found.get("nlink") instanceof Integer links ? links : 1);
    }
}
