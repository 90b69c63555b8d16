package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a text that is most like one that was not found. Looks first for lines that are the same, then for one
 * line that shares the most pairs of characters; gives up looking after a moment.
 */
final class NearestBlock {

    private static final int MAX_LINES = 200_000;
    private static final int MAX_WANTED = 2000;
    private static final int MAX_LINE = 300;
    private static final long MAX_NANOS = 300_000_000L;
    private static final int MAX_OCCURRENCES = 50;
    private static final int MAX_SHOWN = 12;
    private static final double LEAST_LIKENESS = 0.4;

    private NearestBlock() {}

    /** A sentence and the lines with their numbers, or what to do when nothing is like it. */
    static String describe(String text, String wanted) {
        List<String> lines = text.lines().limit(MAX_LINES).toList();
        List<String> wantedLines = wanted.lines().limit(MAX_WANTED).toList();
        int start = bySameLines(lines, wantedLines);
        if (start < 0) {
            start = byLikeness(lines, wantedLines);
        }
        if (start < 0) {
            return "\nNothing in the file is like it. Read the file again before editing.";
        }
        int end = Math.min(lines.size(), start + Math.min(wantedLines.size(), MAX_SHOWN));
        StringBuilder shown = new StringBuilder("\nThe nearest text is in lines ")
                .append(start + 1)
                .append(" to ")
                .append(end)
                .append(":\n");
        for (int i = start; i < end; i++) {
            String line = lines.get(i);
            shown.append("%6d\t".formatted(i + 1)).append(line, 0, Math.min(line.length(), MAX_LINE));
            shown.append('\n');
        }
        return shown.append("Copy oldText from there exactly.").toString();
    }

    /** Each equal line votes for where the block would begin. */
    private static int bySameLines(List<String> lines, List<String> wanted) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Integer> found = places.computeIfAbsent(FlexibleMatch.trim(lines.get(i)), line -> new ArrayList<>());
            if (found.size() < MAX_OCCURRENCES) {
                found.add(i);
            }
        }
        Map<Integer, Integer> votes = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String line = FlexibleMatch.trim(wanted.get(i));
            if (line.length() > 2) {
                for (int place : places.getOrDefault(line, List.of())) {
                    votes.merge(Math.max(0, place - i), line.length(), Integer::sum);
                }
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    private static int byLikeness(List<String> lines, List<String> wanted) {
        String first =
                wanted.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        int before = wanted.indexOf(first);
        Set<Integer> pairs = pairs(first);
        double best = LEAST_LIKENESS;
        int bestLine = -1;
        long deadline = System.nanoTime() + MAX_NANOS;
        for (int i = 0; i < lines.size() && System.nanoTime() < deadline; i++) {
            double likeness = likeness(pairs, pairs(lines.get(i)));
            if (likeness > best) {
                best = likeness;
                bestLine = Math.max(0, i - before);
            }
        }
        return bestLine;
    }

    /** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
    private static double likeness(Set<Integer> one, Set<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long common = one.stream().filter(other::contains).count();
        return 2.0 * common / (one.size() + other.size());
    }

    private static Set<Integer> pairs(String line) {
        String trimmed = FlexibleMatch.trim(line);
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i + 1 < Math.min(trimmed.length(), MAX_LINE); i++) {
            pairs.add(trimmed.charAt(i) << 16 | trimmed.charAt(i + 1));
        }
        return pairs;
    }
}
