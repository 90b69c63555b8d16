package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a path may look like before anything is looked up on the disk; it decides form, never permission. */
final class PathSyntax {

    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 255;
    private static final int SHOWN = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern WINDOWS_PATH = Pattern.compile("[A-Za-z]:([\\\\/].*)?|\\\\\\\\.*", Pattern.DOTALL);
    private static final Pattern DEVICE_PATH = Pattern.compile("[\\\\/]{2}[.?]([\\\\/].*)?", Pattern.DOTALL);
    private static final Pattern DRIVE_ONLY = Pattern.compile("[A-Za-z]:([^\\\\/].*)?", Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:(?=[\\\\/])");
    private static final Pattern DEVICE_NAME = Pattern.compile(
            "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|CLOCK\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private PathSyntax() {}

    static void check(String path, boolean windows) {
        if (path.isEmpty()) {
            throw invalid("The path is empty");
        }
        if (path.length() > LONGEST) {
            throw invalid("The path is longer than " + LONGEST + " characters; it begins " + beginning(path));
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw invalid("The path holds a NUL or another control character");
        }
        if (windows) {
            checkWindows(path);
        } else {
            checkPosix(path);
        }
    }

    private static void checkPosix(String path) {
        if (WINDOWS_PATH.matcher(path).matches()) {
            throw invalid(path + " is a Windows path, and this server does not run on Windows");
        }
        for (String name : path.split("/", -1)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw invalid("A name in the path is longer than " + LONGEST_NAME + " bytes");
            }
        }
    }

    private static void checkWindows(String path) {
        if (DEVICE_PATH.matcher(path).matches()) {
            throw invalid("Paths that begin like " + path.substring(0, 3) + " go round the rules of Windows");
        }
        if (DRIVE_ONLY.matcher(path).matches()) {
            throw invalid(path + " depends on a drive's current directory; write a backslash after the colon");
        }
        for (String name : DRIVE.matcher(path).replaceFirst("").split("[\\\\/]", -1)) {
            checkWindowsName(name);
        }
    }

    private static void checkWindowsName(String name) {
        if (name.equals(".") || name.equals("..")) {
            return;
        }
        if (name.indexOf(':') >= 0) {
            throw invalid(name + " names an alternate data stream");
        }
        // Windows drops them silently: two spellings of one file.
        if (name.endsWith(".") || name.endsWith(" ")) {
            throw invalid("A name may not end in a dot or a space on Windows: \"" + name + "\"");
        }
        if (DEVICE_NAME.matcher(name).matches()) {
            throw invalid(name + " is a device on Windows, not a file");
        }
    }

    /** Of a name or path of any length and any characters, for a message. */
    static String beginning(String text) {
        String head = Clip.head(text, SHOWN);
        return CONTROL.matcher(head).replaceAll("?") + (head.length() < text.length() ? "…" : "");
    }

    private static ToolException invalid(String message) {
        return new ToolException(INVALID, message);
    }
}
