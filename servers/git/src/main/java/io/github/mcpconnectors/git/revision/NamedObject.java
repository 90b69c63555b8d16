package io.github.mcpconnectors.git.revision;

import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * An object that a revision names.
 *
 * @param type one of {@code Constants.OBJ_*}; a commit that has a path is a submodule's, which this repository lacks
 * @param path from the top of the repository, where the revision names a file or a directory
 */
public record NamedObject(ObjectId id, int type, @Nullable String path) {}
