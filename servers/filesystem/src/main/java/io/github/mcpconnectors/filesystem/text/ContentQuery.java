package io.github.mcpconnectors.filesystem.text;

/**
 * What to look for in files. A literal ignores case for ASCII letters; {@code multiline} lets a regular expression match
 * across lines, and its dot match a newline.
 */
public record ContentQuery(String text, boolean regex, boolean ignoreCase, boolean wholeWord, boolean multiline) {}
