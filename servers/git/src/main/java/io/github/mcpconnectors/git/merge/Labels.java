package io.github.mcpconnectors.git.merge;

/**
 * What the sides are called in the markers of a conflict.
 *
 * @param depth 0, or how deep in ancestors of ancestors
 * @param longer by how much markers are longer, so that those in a text that is merged again can be told apart
 */
public record Labels(String ours, String theirs, int depth, int longer) {

    private static final int MARKER = 7;

    public Labels(String ours, String theirs) {
        this(ours, theirs, 0, 0);
    }

    static Labels ofAncestors(int depth) {
        return new Labels("Temporary merge branch 1", "Temporary merge branch 2", depth, 2 * depth);
    }

    /** One of the lines between the sides, without its end. */
    String marker(String character, String label) {
        return character.repeat(MARKER + longer) + label;
    }

    /** A renamed file is called differently on the sides. */
    Labels at(String oursPath, String theirsPath) {
        return new Labels(ours + ":" + PathKey.text(oursPath), theirs + ":" + PathKey.text(theirsPath), depth, longer);
    }

    /** For a file that is merged once more, with what else is where it was renamed to. */
    Labels nested() {
        return new Labels(ours, theirs, depth, longer + 1);
    }
}
