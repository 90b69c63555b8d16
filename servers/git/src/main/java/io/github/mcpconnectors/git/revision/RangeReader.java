package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Wanted;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Reads a range, word by word, into the commits that it begins and ends with. */
final class RangeReader {

    /** {@code a^@}, {@code a^!}, {@code a^-} and {@code a^-2}. */
    private static final Pattern PARENTS = Pattern.compile("(.+)\\^(?:([@!])|-(\\d{0,9}))");

    private static final int MOST_WORDS = 100;

    private final History history;
    private final Lookup lookup;
    private final List<ObjectId> included = new ArrayList<>();
    private final List<ObjectId> excluded = new ArrayList<>();
    private boolean symmetric;

    RangeReader(History history, Lookup lookup) {
        this.history = history;
        this.lookup = lookup;
    }

    RevisionRange read(String text) throws IOException {
        List<String> words = words(text);
        for (String word : words) {
            SafeNames.requireRevision(word);
            read(word, dots(word));
        }
        if (included.isEmpty()) {
            throw invalid(text, "leaves history out and has none left; say also where to start, such as ^a HEAD");
        }
        return new RevisionRange(included, excluded, symmetric && words.size() == 1);
    }

    /** Blanks in braces and behind {@code :/} part no words. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.startsWith(":/", at) ? text.length() : Braces.indexOutside(text, at, " \t");
            if (end > at) {
                words.add(text.substring(at, end));
            }
            at = end + 1;
        }
        if (words.size() > MOST_WORDS) {
            throw invalid(text, "has more than " + MOST_WORDS + " parts");
        }
        return words;
    }

    /** Where the dots of a range are; -1 without, also where they belong to a path. */
    private static int dots(String word) {
        int at = Braces.indexOutside(word, 0, ".:");
        while (at < word.length() && word.charAt(at) == '.') {
            if (word.startsWith("..", at)) {
                return at;
            }
            at = Braces.indexOutside(word, at + 1, ".:");
        }
        return -1;
    }

    private void read(String word, int dots) throws IOException {
        Matcher parents = PARENTS.matcher(word);
        if (dots >= 0) {
            boolean three = word.startsWith("...", dots);
            RevCommit left = commit(orHead(word.substring(0, dots)));
            RevCommit right = commit(orHead(word.substring(dots + (three ? 3 : 2))));
            if (three) {
                addDifference(left, right);
            } else {
                excluded.add(left.copy());
                included.add(right.copy());
            }
        } else if (parents.matches()) {
            addParents(parents);
        } else if (word.startsWith("^")) {
            excluded.add(commit(word.substring(1)).copy());
        } else {
            included.add(commit(word).copy());
        }
    }

    private static String orHead(String revision) {
        return revision.isEmpty() ? "HEAD" : revision;
    }

    private void addParents(Matcher word) throws IOException {
        boolean not = word.group(1).startsWith("^");
        RevCommit commit = commit(not ? word.group(1).substring(1) : word.group(1));
        boolean only = "@".equals(word.group(2));
        if (not && !only) {
            throw invalid(word.group(), "cannot be left out; leave out the commit itself");
        }
        String digits = word.group(3);
        int number = digits == null ? 0 : digits.isEmpty() ? 1 : Integer.parseInt(digits);
        if (digits != null && (number < 1 || number > commit.getParentCount())) {
            throw invalid(word.group(), "names a parent that the commit has not; it has " + commit.getParentCount());
        }
        for (int i = 0; i < commit.getParentCount(); i++) {
            if (number == 0 || number == i + 1) {
                (only && !not ? included : excluded).add(commit.getParent(i).copy());
            }
        }
        if (!only) {
            included.add(commit.copy());
        }
    }

    private void addDifference(RevCommit left, RevCommit right) throws IOException {
        symmetric = true;
        included.add(left.copy());
        included.add(right.copy());
        try (RevWalk walk = new RevWalk(history.repository())) {
            walk.setRetainBody(false);
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(left));
            walk.markStart(walk.parseCommit(right));
            List<RevCommit> bases = new ArrayList<>();
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(base);
            }
            bases.sort(Comparator.comparing(RevCommit::getCommitTime).reversed());
            bases.forEach(base -> excluded.add(base.copy()));
        }
    }

    private RevCommit commit(String revision) throws IOException {
        return history.walk()
                .parseCommit(lookup.find(RevisionParser.parse(revision), Wanted.COMMIT)
                        .id());
    }

    private static ToolException invalid(String text, String what) {
        return new ToolException(Reason.INVALID, "The range " + SafeNames.quoted(text) + " " + what + ".");
    }
}
