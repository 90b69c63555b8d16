package io.github.mcpconnectors.shared;

import java.util.List;

/**
 * Resources of a template that clients are shown one by one, besides the template. The list is made anew for each page, so
 * it should be cheap, and clients keep it for a short time only.
 */
public interface ListedResource extends ResourceHandler {

    /** A resource that exists: its URI fits the template. */
    record Entry(String uri, String name, String title) {}

    /**
     * What there is now.
     *
     * @param missing a sentence for each part that cannot be told now, and why; clients find them in _meta
     */
    record Listing(List<Entry> entries, List<String> missing) {}

    /** All of them; what cannot be reached is no failure but missing. */
    Listing list(Call call);
}
