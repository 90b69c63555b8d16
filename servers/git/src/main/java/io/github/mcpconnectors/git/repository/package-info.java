/**
 * The gate: repositories are opened here and nowhere else. {@link Repositories} takes the path that a model sent, finds the
 * repository that it is in, and lends it as an {@link OpenRepository} for one call.
 *
 * <p>A repository is made by others, and its files can tell git to read and run anything. So before JGit sees it, {@link
 * Roots} and {@link Locator} resolve where it lies ({@link Layout}), {@link Owner} asks whose it is, {@link ConfigCheck}
 * reads its config, and {@link Confinement} looks where its links and alternates lead; each refuses what leaves the allowed
 * directories. Then JGit is given explicit real directories, the system that {@link IsolatedSystem} shows it, and a file
 * system that runs nothing ({@link Inert}).
 *
 * <p>Who can change a repository while a call runs is taken to be the user: between check and use there is a gap.
 *
 * <p>A watch, too, begins here: {@link io.github.mcpconnectors.git.watch.Watcher} is told only where a repository lies that has
 * passed all of this.
 *
 * <p>{@link Failures} words what went wrong, {@link Visible} makes text of others harmless.
 */
@NullMarked
package io.github.mcpconnectors.git.repository;

import org.jspecify.annotations.NullMarked;
