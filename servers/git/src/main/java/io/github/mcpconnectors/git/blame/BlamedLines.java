package io.github.mcpconnectors.git.blame;

import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Lines that one commit is responsible for; lines count from 1.
 *
 * @param path what the file was called then
 * @param originalLine of the first of them in it
 * @param boundary whether the history of this clone ends there, so that they may be older
 */
public record BlamedLines(int line, int lines, RevCommit commit, String path, int originalLine, boolean boundary) {

    boolean goesOnIn(BlamedLines next) {
        return commit.equals(next.commit) && path.equals(next.path) && originalLine + lines == next.originalLine;
    }

    BlamedLines with(BlamedLines next) {
        return new BlamedLines(line, lines + next.lines, commit, path, originalLine, boundary);
    }
}
