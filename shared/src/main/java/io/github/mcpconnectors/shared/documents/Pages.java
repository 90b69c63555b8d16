package io.github.mcpconnectors.shared.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The chosen pages or slides, counted from 1. */
record Pages(List<Span> spans) {

    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,7})\\s*(?:-\\s*(\\d{1,7})\\s*)?");
    private static final int MAX_SPANS = 1000;

    record Span(int first, int last) {}

    static Pages parse(@Nullable String pages) {
        if (pages == null) {
            return new Pages(List.of(new Span(1, Integer.MAX_VALUE)));
        }
        List<Span> spans = new ArrayList<>();
        for (String part : pages.split(",", MAX_SPANS)) {
            spans.add(span(part));
        }
        return new Pages(spans);
    }

    private static Span span(String part) {
        Matcher matcher = SPAN.matcher(part);
        if (!matcher.matches()) {
            throw Problem.invalid("pages must be numbers and ranges such as 1-5 or 2,4-6.");
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (first < 1 || last < first) {
            throw Problem.invalid("pages count from 1, and a range runs upwards, such as 2-4.");
        }
        return new Span(first, last);
    }

    boolean contains(int page) {
        return spans.stream().anyMatch(span -> span.first <= page && page <= span.last);
    }

    /** Refuses a choice that misses the document altogether. */
    void checkAgainst(int count) {
        if (count > 0 && spans.stream().noneMatch(span -> span.first <= count)) {
            throw Problem.invalid("The document has " + count + " pages. Choose among these.");
        }
    }
}
