package io.github.mcpconnectors.shared;

/** Keeps results within what a model can take in. */
public final class Clip {

    /** About 25,000 tokens: the default cap of one result, in characters. */
    public static final int RESULT_CHARS = 100_000;

    private Clip() {}

    /** The first characters of a text, never half a surrogate pair. */
    public static String head(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        int end = chars > 0 && Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars;
        return text.substring(0, end);
    }

    /** One line of at most that many characters, with an ellipsis where something was cut. */
    public static String line(String text, int chars) {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= chars ? flat : head(flat, chars - 1) + "…";
    }
}
