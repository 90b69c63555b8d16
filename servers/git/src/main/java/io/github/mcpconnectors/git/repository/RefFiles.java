package io.github.mcpconnectors.git.repository;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Files that hold refs. JGit takes a name that it finds in one for a path, and reads and writes whatever lies there. */
final class RefFiles {

    private static final String PACKED = "packed-refs";
    private static final String SYMBOLIC = "ref:";

    /** Of a file with one ref; JGit takes nothing longer for one. */
    private static final int LONGEST = 4_096;

    /** HEAD and those beside it, which are not texts such as COMMIT_EDITMSG. */
    private static final Pattern TOP = Pattern.compile("(?!.*MSG)[A-Z_]+");

    private RefFiles() {}

    /** Whether JGit may read the file as one of those. */
    static boolean contain(Path file) {
        for (Path part : file) {
            if (part.toString().equals("refs")) {
                return true;
            }
        }
        String name = file.getFileName().toString();
        return name.equals(PACKED) || TOP.matcher(name).matches();
    }

    /** Whether a name in it is none of a ref, but leads away from the refs. */
    static boolean leadsElsewhere(Path file, long size) throws IOException {
        if (!file.endsWith(PACKED) && size > LONGEST) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return file.endsWith(PACKED) ? hasDots(in) : isElsewhere(in.readNBytes(LONGEST));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isElsewhere(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String target = text.substring(Math.min(SYMBOLIC.length(), text.length()));
        return text.startsWith(SYMBOLIC) && (!target.strip().startsWith("refs/") || target.contains(".."));
    }

    /** No ref may be called so, see git-check-ref-format(1). */
    private static boolean hasDots(InputStream in) throws IOException {
        int before = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '.' && before == '.') {
                return true;
            }
            before = next;
        }
        return false;
    }
}
