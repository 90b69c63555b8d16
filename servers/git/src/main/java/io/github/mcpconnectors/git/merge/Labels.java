package io.github.mcpconnectors.git.merge;

/**
 * What the sides are called in the markers of a conflict.
 *
 * @param depth 0, or how deep in ancestors of ancestors; there markers are longer, so that they can be told apart
 */
public record Labels(String ours, String theirs, int depth) {

    private static final int MARKER = 7;

    public Labels(String ours, String theirs) {
        this(ours, theirs, 0);
    }

    /** One of the lines between the sides, without its end. */
    String marker(String character, String label) {
        return character.repeat(MARKER + 2 * depth) + label;
    }

    /** A renamed file is called differently on the sides. */
    Labels at(String oursPath, String theirsPath) {
        return new Labels(ours + ":" + PathKey.text(oursPath), theirs + ":" + PathKey.text(theirsPath), depth);
    }
}
