/**
 * What can be done with text, wherever it comes from. Nothing here opens a file: its content comes in as {@link Bytes} or
 * as a string. Texts and patterns may be hostile, so whatever could take long has a limit or asks its caller whether to
 * go on. There are four groups.
 *
 * <p>Reading: {@link TextReader} takes a {@link TextRequest} to a {@link TextSlice} without holding more of the file than
 * that. {@link Span} finds where it begins and ends, {@link LineIndex} remembers where lines are, {@link DecodedText} and
 * {@link EncodingGuess} make characters of the bytes.
 *
 * <p>Editing: {@link Edits} replaces text, exactly or through {@link FlexibleMatch} and {@link Indentation}, and shows the
 * {@link NearestBlock} where it finds none. {@link UnifiedDiff} shows what changed, by way of {@link LineDiff}.
 *
 * <p>Searching: {@link ContentPattern} is a query made ready, {@link FileScanner} looks for it in one file after another.
 * {@link RegexShape} and {@link Needles} get it past most lines without decoding them or running the expression.
 *
 * <p>Names: {@link Glob}, {@link PathPatterns} and {@link GitIgnore} say which relative paths match; all three rest on
 * {@link GlobPath}.
 */
@NullMarked
package io.github.mcpconnectors.filesystem.text;

import org.jspecify.annotations.NullMarked;
