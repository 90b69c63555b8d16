package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PathSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\work\\a.txt",
                "c:/data/a.txt",
                "C:\\work\\.\\..\\b",
                "a\\b",
                "a/b.txt",
                ".hidden",
                "C:\\CONSOLE.txt",
                "COM10",
                "null.txt",
                "C:\\work\\naïve.txt",
                "\\\\server\\share\\x",
                ".."
            })
    void acceptsOnWindows(String path) {
        assertThatCode(() -> PathSyntax.check(path, true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\?\\C:\\work\\a.txt",
                "\\\\.\\PhysicalDrive0",
                "//?/C:/work",
                "\\/.\\C:\\x",
                "\\\\?",
                "C:",
                "C:a.txt",
                "C:\\work\\a.txt:stream",
                "a.txt::$DATA",
                "a:b",
                "C:\\work\\CON",
                "con",
                "nul.txt",
                "C:\\work\\COM1.tar.gz",
                "LPT\u00b9",
                "aux .txt",
                "CONIN$",
                "C:\\work\\a.",
                "C:\\work\\a \\b",
                "a.txt ",
                "...",
                "C:\\work\\.. \\..",
                "C:\\a\tb"
            })
    void refusesOnWindows(String path) {
        refused(INVALID, () -> PathSyntax.check(path, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "con", "a.", "a b ", "...", "a\\b", "~lock", "C", "/x/C:/y", "é"})
    void acceptsOnOtherSystemsWhatOnlyWindowsCannotHave(String path) {
        assertThatCode(() -> PathSyntax.check(path, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\x", "c:/x", "a:/b/..", "C:", "\\\\server\\share", "\\\\?\\C:\\x"})
    void takesNoWindowsPathForAFileNameOnOtherSystems(String path) {
        refused(INVALID, () -> PathSyntax.check(path, false));
    }
}
