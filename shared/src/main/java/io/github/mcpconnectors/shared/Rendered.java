package io.github.mcpconnectors.shared;

import java.util.List;

/** A result that says how it reads; others are shown as their compact JSON. */
public interface Rendered {

    List<Content> blocks();
}
