package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.filesystem.text.ContentPattern.Hit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds matches that may span lines, in all of a piece at once; every line ends in {@code \n} there. */
final class TextScan extends PieceScan {

    TextScan(ContentPattern pattern, ScanLimits limits, BooleanSupplier stopped) {
        super(pattern, limits, stopped);
    }

    @Override
    boolean piece(SearchedText raw) {
        if (pattern.needles().next(raw.chars(), 0, pattern.needles().places()) < 0) {
            return true;
        }
        SearchedText text = raw.decoded();
        Hit hit = find(text.chars(), 0);
        while (hit != null && !full()) {
            keep(text, hit);
            int next = Math.max(hit.end(), hit.start() + 1);
            hit = next >= text.length() ? null : find(text.chars(), next);
        }
        if (hit != null || stopped.getAsBoolean()) {
            truncate();
            return false;
        }
        return !enough();
    }

    private @Nullable Hit find(String text, int from) {
        try {
            return pattern.find(new StoppableText(text, stopped), from);
        } catch (StoppableText.Stopped e) {
            return null;
        }
    }

    private void keep(SearchedText text, Hit hit) {
        int start = text.startOfLine(hit.start());
        int end = text.endOfLine(Math.max(hit.start(), hit.end() - 1));
        String lines = limits.countOnly() ? "" : text.text(start, end);
        int index = limits.countOnly() ? 0 : hit.start() - start;
        keep(text, start, end, new Shown(SearchedText.shown(lines, index), lines.codePointCount(0, index)));
    }
}
