package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.ToolException.Reason;

/**
 * A tool that asks a person before it destroys something. {@link #plan} only looks and says what would happen; {@link
 * #apply} does it, and runs only when nothing needs consent or when the person agreed to just this plan.
 */
public interface ConfirmedTool<I extends Record, P, O extends Record> extends ToolHandler<I, O> {

    /** Changes nothing. */
    Plan<P> plan(I input, Call call);

    O apply(I input, P subject, Call call);

    @Override
    default O call(I input, Call call) {
        Plan<P> plan = plan(input, call);
        if (plan.question() == null) {
            return apply(input, plan.subject(), call);
        }
        call.confirm(plan.question(), plan.fingerprint());
        // What was agreed to may have changed while the person was thinking.
        Plan<P> now = plan(input, call);
        if (!now.fingerprint().equals(plan.fingerprint())) {
            throw new ToolException(
                    Reason.CONFLICT, "What was agreed to has changed meanwhile; nothing was done. Call again.");
        }
        return apply(input, now.subject(), call);
    }
}
