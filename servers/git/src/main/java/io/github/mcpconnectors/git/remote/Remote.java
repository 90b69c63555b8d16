package io.github.mcpconnectors.git.remote;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A repository elsewhere.
 *
 * @param fetch URLs without credentials, as rewritten by url.*.insteadOf
 * @param push as fetch
 * @param defaultBranch the one that its HEAD was when cloned, null when that is not known
 */
public record Remote(
        String name,
        List<String> fetch,
        List<String> push,
        @Nullable String defaultBranch) {

    /** As git remote -v shows it. */
    public String text() {
        return Stream.concat(
                        fetch.stream().limit(1).map(url -> name + "\t" + url + " (fetch)"),
                        push.stream().map(url -> name + "\t" + url + " (push)"))
                .collect(Collectors.joining("\n"));
    }
}
