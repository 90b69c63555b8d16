package io.github.mcpconnectors.shared.schema;

import java.util.Locale;

/** How the name of a record component is written outside. */
public enum Naming {
    /** Arguments: max_bytes. */
    SNAKE("_"),
    /** Settings: max-bytes. */
    KEBAB("-"),
    /** Results: maxBytes. */
    AS_SPELLED("");

    private final String separator;

    Naming(String separator) {
        this.separator = separator;
    }

    public String of(String component) {
        return this == AS_SPELLED
                ? component
                : component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", separator).toLowerCase(Locale.ROOT);
    }
}
