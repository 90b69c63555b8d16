package io.github.mcpconnectors.git.log;

import java.util.List;

/**
 * Some commits of a log, newest first.
 *
 * @param more whether the log goes on behind them
 */
public record LogPage(List<LoggedCommit> commits, boolean more) {

    public LogPage {
        commits = List.copyOf(commits);
    }
}
