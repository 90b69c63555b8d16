package io.github.mcpconnectors.filesystem.text;

/**
 * How to read text: which part, in which encoding ({@code auto} or a name), at most how many bytes of it, and whether
 * the numbers of the lines are needed even where finding them means to scan the file.
 */
public record TextRequest(Selection selection, String encoding, int maxBytes, boolean lineNumbers) {

    /** Room for one character of any encoding, so that going on always gets further. */
    private static final int LEAST_BYTES = 4;

    public TextRequest {
        maxBytes = Math.max(LEAST_BYTES, maxBytes);
    }
}
