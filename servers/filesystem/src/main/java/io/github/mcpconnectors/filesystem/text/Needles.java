package io.github.mcpconnectors.filesystem.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Texts to look for in the bytes of a file, as a quick way past all lines that cannot match. Bytes are handed in as an
 * ISO-8859-1 string, one character for each, because the JVM searches those with vector instructions.
 */
final class Needles {

    private static final int UNKNOWN = -2;
    private static final int NONE = -1;

    private final List<String> exact;
    private final List<FoldedNeedle> folded;
    /** Where there are no texts, the characters one of which must be there; none set when that is not known either. */
    private final BitSet oneOf;

    private Needles(List<String> exact, List<FoldedNeedle> folded, BitSet oneOf) {
        this.exact = List.copyOf(exact);
        this.folded = List.copyOf(folded);
        this.oneOf = oneOf;
    }

    static Needles of(RegexShape shape, boolean folding) {
        Needles needles = of(shape.needles(), folding);
        String oneOf = shape.oneOf();
        String cases = folding ? oneOf.toLowerCase(Locale.ROOT) + oneOf.toUpperCase(Locale.ROOT) : oneOf;
        BitSet set = new BitSet();
        cases.chars().forEach(set::set);
        return needles.hasTexts() ? needles : new Needles(List.of(), List.of(), set);
    }

    static Needles of(List<String> texts, boolean folding) {
        if (!folding) {
            return new Needles(
                    texts.stream().flatMap(text -> asBytes(text).stream()).toList(), List.of(), new BitSet());
        }
        List<String> runs = texts.stream().map(Needles::longestAsciiRun).toList();
        boolean useful = runs.stream().noneMatch(String::isEmpty);
        return new Needles(
                List.of(), useful ? runs.stream().map(FoldedNeedle::new).toList() : List.of(), new BitSet());
    }

    /** As UTF-8 and, where that differs, also as ISO-8859-1, which a file that is not UTF-8 is read as. */
    private static List<String> asBytes(String text) {
        String utf8 = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return utf8.equals(text) || !latin ? List.of(utf8) : List.of(utf8, text);
    }

    /** Other letters have cases that differ in length or number. */
    private static String longestAsciiRun(String text) {
        String longest = "";
        for (String run : text.split("[^\\x00-\\x7F]+", -1)) {
            longest = run.length() > longest.length() ? run : longest;
        }
        return longest.toLowerCase(Locale.ROOT);
    }

    private boolean hasTexts() {
        return !exact.isEmpty() || !folded.isEmpty();
    }

    /** Begins a search of one file; what it returns belongs to that file and thread. */
    int[] places() {
        int[] places = new int[exact.size() + folded.size()];
        Arrays.fill(places, UNKNOWN);
        return places;
    }

    /** The first of any at {@code from} or later, or -1; without needles it may be anywhere, so {@code from}. */
    int next(String bytes, int from, int[] places) {
        if (!hasTexts()) {
            return oneOf.isEmpty() ? from : nextOf(bytes, from);
        }
        int first = NONE;
        for (int i = 0; i < places.length; i++) {
            if (places[i] != NONE && places[i] < from) {
                places[i] = i < exact.size()
                        ? bytes.indexOf(exact.get(i), from)
                        : folded.get(i - exact.size()).indexIn(bytes, from);
            }
            if (places[i] != NONE && (first == NONE || places[i] < first)) {
                first = places[i];
            }
        }
        return first;
    }

    private int nextOf(String bytes, int from) {
        for (int i = from; i < bytes.length(); i++) {
            if (oneOf.get(bytes.charAt(i))) {
                return i;
            }
        }
        return NONE;
    }
}
