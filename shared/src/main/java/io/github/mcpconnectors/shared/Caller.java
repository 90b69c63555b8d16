package io.github.mcpconnectors.shared;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls: the authenticated principal, its roles, and the tenant it belongs to if the host knows tenants. */
public record Caller(
        String principal, Set<String> roles, @Nullable String tenant) {

    /** The person who started the process: the only caller on stdio. */
    public static final Caller LOCAL = new Caller("local", Set.of(), null);

    /** Who did not have to say who they are. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), null);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether somebody made sure that it is this principal. */
    public boolean authenticated() {
        return !equals(LOCAL) && !equals(ANONYMOUS);
    }

    /** Whether what the other one made is this one's too; roles may change meanwhile. */
    public boolean isSameAs(Caller other) {
        return principal.equals(other.principal) && Objects.equals(tenant, other.tenant);
    }
}
