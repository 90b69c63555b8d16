package io.github.mcpconnectors.filesystem.text;

/** How the lines of a text end. */
public enum LineEnding {
    LF,
    CRLF,
    MIXED,
    NONE;

    public static LineEnding of(String text) {
        int lf = 0;
        int crlf = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (i > 0 && text.charAt(i - 1) == '\r') {
                crlf++;
            } else {
                lf++;
            }
        }
        if (crlf > 0 && lf > 0) {
            return MIXED;
        }
        return crlf > 0 ? CRLF : lf > 0 ? LF : NONE;
    }

    /** With LF only, for comparing texts whatever their line endings. */
    static String withoutReturns(String text) {
        return text.replace("\r\n", "\n");
    }
}
