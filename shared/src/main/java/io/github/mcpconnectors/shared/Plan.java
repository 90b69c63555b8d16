package io.github.mcpconnectors.shared;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link ConfirmedTool} is about to do: the subject it found, the sentence a person is asked, and a fingerprint of
 * everything that would change, so that consent to one state is not consent to another.
 */
public record Plan<P>(P subject, @Nullable String question, String fingerprint) {

    /** Nothing gets lost: no question. */
    public static <P> Plan<P> harmless(P subject) {
        return new Plan<>(subject, null, "");
    }

    public static <P> Plan<P> ask(P subject, String question, String fingerprint) {
        return new Plan<>(subject, question, fingerprint);
    }
}
