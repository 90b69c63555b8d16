/**
 * The gate: files are opened, listed and changed here and nowhere else. {@link Sandbox} turns the string a model sent into
 * a {@link Place} inside a {@link Root}, or refuses it, and opens what is there for reading; {@link SandboxWriter} makes,
 * copies, moves and deletes; {@link Replacement} writes a file if it still is what the caller believes it to be.
 *
 * <p>A string is judged three times: {@link PathSyntax} by its form, {@link RealPath} by where its links really lead, and
 * for writing {@link WriteRules} by its names. But a path that was judged may be swapped for a link before it is used.
 * So the sandbox walks from the root to the place name by name, each time through a {@link Directory}: an open one, which
 * takes single names and follows no link. The first of them is the root's, which must have the key that it had at the
 * start. {@link SecureDirectory} holds a handle of the system, which leaves no gap;
 * {@link RecheckedDirectory} stands in where the disk offers none.
 *
 * <p>{@link Watcher} tells when a place may have changed: a {@link WatchedPath} follows its {@link Trail} and listens to
 * {@link DirectoryEvents} along it.
 *
 * <p>On directories rest {@link AtomicWrite}, {@link Move} and {@link Tree}, one for each way to lose data. {@link
 * Failures} and {@link Hints} word what went wrong, naming nothing outside the roots.
 */
@NullMarked
package io.github.mcpconnectors.filesystem.sandbox;

import org.jspecify.annotations.NullMarked;
