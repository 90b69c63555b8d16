/**
 * What is only for protocol 2026-07-28. {@link Era} tells its requests from those of before, {@link ModernServer} answers
 * them. Such a request stands alone, so what used to be a session travels with it: {@link StateCodec} seals what was asked
 * and answered so far into the requestState that the client brings back, under keys that all nodes share ({@link
 * StateKeys}), and {@link UsedStates} keeps one consent from counting twice. {@link HeaderRules} holds HTTP headers to the
 * body that they repeat, {@link Listeners} are the open subscriptions, {@link Tasks} the calls that go on behind a
 * handle.
 */
@NullMarked
package io.github.mcpconnectors.shared.protocol.modern;

import org.jspecify.annotations.NullMarked;
