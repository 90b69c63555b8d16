/**
 * The filesystem server. {@link FilesystemServer} is its table of contents: every tool, resource and prompt has a line
 * there and a file here, named after what it does ({@link ReadTextFile} is {@code read_text_file}).
 *
 * <p>Start with {@link CreateDirectory}, the smallest tool: it hands a string to the {@link
 * io.github.mcpconnectors.filesystem.sandbox.Sandbox}, gets a place on the disk, and has that place changed. Go on with
 * {@link ReadTextFile}: through {@link TextFiles} the {@code sandbox} package opens the file and the {@code text} package
 * reads it. The tools that look at many files share {@link Walk}, which goes through the directories of the one and asks
 * the patterns of the other what to leave out.
 *
 * <p>Only this package knows both; they know neither it nor each other.
 */
@NullMarked
package io.github.mcpconnectors.filesystem;

import org.jspecify.annotations.NullMarked;
