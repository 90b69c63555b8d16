package io.github.mcpconnectors.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls: the authenticated principal, its roles, and the tenant it belongs to if the host knows tenants. */
public record Caller(
        String principal, Set<String> roles, @Nullable String tenant) {

    /** The person who started the process: the only caller on stdio. */
    public static final Caller LOCAL = new Caller("local", Set.of(), null);

    public Caller {
        roles = Set.copyOf(roles);
    }
}
