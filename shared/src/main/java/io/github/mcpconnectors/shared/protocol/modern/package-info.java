/**
 * What is only for protocol 2026-07-28, and goes once the SDK has it. Such a request stands alone, so what used to be a
 * session travels with it: {@link io.github.mcpconnectors.shared.protocol.modern.StateCodec} seals what was asked and
 * answered so far into the requestState that the client brings back, under keys that all nodes share ({@link
 * io.github.mcpconnectors.shared.protocol.modern.StateKeys}), and {@link
 * io.github.mcpconnectors.shared.protocol.modern.UsedStates} keeps one consent from counting twice. {@link
 * io.github.mcpconnectors.shared.protocol.modern.HeaderRules} holds HTTP headers to the body that they repeat.
 */
@NullMarked
package io.github.mcpconnectors.shared.protocol.modern;

import org.jspecify.annotations.NullMarked;
