package io.github.mcpconnectors.git.diff;

import io.github.mcpconnectors.git.repository.Visible;
import org.eclipse.jgit.diff.DiffEntry;

/** A changed file on one line, as git diff --numstat and --name-status have it. */
record ChangeLine(DiffEntry entry, FileChange change, PathQuoting quoting) {

    String stat() {
        String counts = change.binary() ? "-\t-" : change.additions() + "\t" + change.deletions();
        return counts + "\t" + (moved() ? move(entry.getOldPath(), entry.getNewPath()) : path()) + "\n";
    }

    String names() {
        String kind = String.valueOf(change.change().letter());
        return moved()
                ? kind + String.format("%03d", entry.getScore()) + "\t" + quoted(entry.getOldPath()) + "\t"
                        + quoted(entry.getNewPath()) + "\n"
                : kind + "\t" + path() + "\n";
    }

    private boolean moved() {
        return change.oldPath() != null;
    }

    private String path() {
        return quoted(Changes.path(entry));
    }

    private String quoted(String path) {
        return Visible.line(quoting.quote(path));
    }

    /** What both names begin and end with is written once (pprint_rename in diff.c). */
    private String move(String from, String to) {
        if (!quoting.quote(from).equals(from) || !quoting.quote(to).equals(to)) {
            return quoted(from) + " => " + quoted(to);
        }
        int head = commonHead(from, to);
        int tail = commonTail(from, to, head);
        String middle = middle(from, head, tail) + " => " + middle(to, head, tail);
        String whole = head + tail == 0
                ? middle
                : from.substring(0, head) + "{" + middle + "}" + from.substring(from.length() - tail);
        return Visible.line(whole);
    }

    private static int commonHead(String from, String to) {
        int head = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            head = from.charAt(i) == '/' ? i + 1 : head;
        }
        return head;
    }

    /** The slash that ends the head may begin the tail. */
    private static int commonTail(String from, String to, int head) {
        int least = head == 0 ? 0 : head - 1;
        int tail = 0;
        for (int n = 1; n <= Math.min(from.length(), to.length()) - least; n++) {
            char letter = from.charAt(from.length() - n);
            if (letter != to.charAt(to.length() - n)) {
                break;
            }
            tail = letter == '/' ? n : tail;
        }
        return tail;
    }

    private static String middle(String path, int head, int tail) {
        return path.substring(head, Math.max(head, path.length() - tail));
    }
}
