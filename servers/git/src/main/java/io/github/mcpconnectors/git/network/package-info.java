/**
 * The gate to other machines. {@link Network} connects to a remote for one call: {@link AllowedHosts} judges where that is,
 * as the URL stands after the config has rewritten it, and gives a {@link Destination}; {@link HttpAccess} and {@link
 * SshAccess} speak with that place and no other, with the key or token that was given for it.
 *
 * <p>JGit does the protocol on a {@link TransferRepository}, which has the objects and refs of the real one but none of its
 * config, so no proxy, header, cookie, program or switched-off check comes from there. What the remote sends is limited by
 * {@link Intake}, and {@link NamedRefs} hides the refs whose names lead elsewhere.
 *
 * <p>{@link NetworkFailures} words what went wrong.
 */
@NullMarked
package io.github.mcpconnectors.git.network;

import org.jspecify.annotations.NullMarked;
