package io.github.mcpconnectors.git;

import io.github.mcpconnectors.git.search.SearchPage;
import io.github.mcpconnectors.git.search.TreeSearch;
import io.github.mcpconnectors.shared.TextResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What git_search answers. */
record SearchOutput(
        String content,
        List<SearchPage.Match> matches,
        int filesSkipped,
        boolean truncated,
        @Nullable String nextCursor,
        boolean untrusted)
        implements TextResult {

    static SearchOutput of(SearchPage page, TreeSearch search) {
        String next = page.nextCursor();
        return new SearchOutput(page.text(), page.matches(), search.passedOver(), next != null, next, true);
    }

    @Override
    public @Nullable String note() {
        return Notes.of(
                filesSkipped == 0 ? null : filesSkipped + " files were too large to be searched.",
                nextCursor == null ? null : "There is more; call again with cursor " + nextCursor + ".");
    }
}
