package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.TextResult;

/** The result of a fixture that answers with a sentence. */
record Said(String content) implements TextResult {}
