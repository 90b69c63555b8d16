package io.github.mcpconnectors.git.merge;

import io.github.mcpconnectors.git.repository.Visible;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.util.RawParseUtils;

/** Paths as texts with one character for each byte: they sort as git does, and lose nothing where they are not UTF-8. */
public final class PathKey {

    private PathKey() {}

    public static String of(byte[] path) {
        return new String(path, StandardCharsets.ISO_8859_1);
    }

    static String of(String path) {
        return of(path.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As people write it. */
    public static String text(String key) {
        return RawParseUtils.decode(bytes(key));
    }

    /** For messages. */
    public static String shown(String key) {
        return Visible.line(text(key));
    }
}
