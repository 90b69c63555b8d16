package io.github.mcpconnectors.git.repository;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.List;
import java.util.stream.Collectors;

/** What doctor says of the repositories: each is opened once. */
public record RepositoryCheck(Repositories repositories, List<String> warnings) {

    public String look() {
        if (!warnings.isEmpty()) {
            throw new ToolException(Reason.UNAVAILABLE, String.join(" ", warnings));
        }
        List<String> known = repositories.known();
        if (known.isEmpty()) {
            throw new ToolException(Reason.UNAVAILABLE, "There is no Git repository in the allowed directories");
        }
        return known.stream()
                .map(path -> repositories.<String>read(path, OpenRepository::shown))
                .collect(Collectors.joining(", "));
    }
}
