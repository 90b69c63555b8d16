package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.ContentPattern.Hit;
import io.github.mcpconnectors.filesystem.text.FileMatches.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds matches that may span lines, in the whole text of a file; every line ends in {@code \n} there. */
final class TextScan {

    private final ContentPattern pattern;
    private final ScanLimits limits;
    private final BooleanSupplier stopped;
    private final List<ContentMatch> matches = new ArrayList<>();

    TextScan(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        this.pattern = pattern;
        this.limits = limits;
        this.stopped = stopped;
    }

    FileMatches scan(SearchedText raw) {
        SearchedText text = raw.decoded();
        int count = 0;
        int counted = 0;
        long line = 1;
        Hit hit = find(text.chars(), 0);
        while (hit != null && count < limits.matches()) {
            count++;
            int start = text.startOfLine(hit.start());
            line += text.newlines(counted, start);
            counted = Math.max(counted, start);
            keep(text, hit, line);
            int next = Math.max(hit.end(), hit.start() + 1);
            hit = next >= text.length() ? null : find(text.chars(), next);
        }
        return new FileMatches(Outcome.SEARCHED, matches, count, hit != null || stopped.getAsBoolean());
    }

    private @Nullable Hit find(String text, int from) {
        try {
            return pattern.find(new StoppableText(text, stopped), from);
        } catch (StoppableText.Stopped e) {
            return null;
        }
    }

    private void keep(SearchedText text, Hit hit, long line) {
        if (limits.countOnly()) {
            return;
        }
        int start = text.startOfLine(hit.start());
        int end = text.endOfLine(Math.max(hit.start(), hit.end() - 1));
        String lines = text.text(start, end);
        int index = hit.start() - start;
        matches.add(new ContentMatch(
                line,
                lines.codePointCount(0, index) + 1L,
                SearchedText.shown(lines, index),
                text.linesBefore(start, limits.contextLines()),
                text.linesAfter(end, limits.contextLines())));
    }
}
