package io.github.mcpconnectors.git.network;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Gives JGit the token when the host asks for it, once: asking again means that it was not taken. */
final class Login extends CredentialsProvider {

    /** The name that forges take with a token; most look at the token only. */
    private static final String USER = "x-access-token";

    private final @Nullable String token;
    private int asked;

    Login(@Nullable String token) {
        this.token = token;
    }

    /** Whether we have nothing to log in with, or what we have was not taken. */
    boolean failed() {
        return asked > (token == null ? 0 : 1);
    }

    boolean hasToken() {
        return token != null;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username) && !(item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        asked++;
        if (token == null || asked > 1 || !supports(items)) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(USER);
            } else if (item instanceof CredentialItem.Password password) {
                password.setValue(token.toCharArray());
            }
        }
        return true;
    }
}
