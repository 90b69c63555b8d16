/**
 * How one hears that a repository changed: {@link Signs} knows which files git writes anew then, {@link DirectoryEvents} asks
 * the system to tell of them, {@link Polling} looks where it cannot, and {@link WatchedRepository} is one subscription.
 *
 * <p>What is heard is only a hint. Nothing is read here but names and stamps, no link is followed, and where a repository lies
 * is asked of the gate each time that it may have moved.
 */
@NullMarked
package io.github.mcpconnectors.git.watch;

import org.jspecify.annotations.NullMarked;
