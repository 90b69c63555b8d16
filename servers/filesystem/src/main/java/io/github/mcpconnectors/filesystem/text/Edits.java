package io.github.mcpconnectors.filesystem.text;

import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Applies edits one after another: each must find its text exactly or, failing that, as whole lines that differ only in
 * the white space around them, and find it once unless it is to be replaced everywhere.
 */
public final class Edits {

    private static final int LISTED_MATCHES = 10;
    private static final int MAX_COUNTED = 1000;
    /** Up to here indexOf is quick on every text. */
    private static final int QUICK_CHARS = 500;

    private static final int QUOTED_CHARS = 1000;

    /** The text after all edits, with the line endings of the file, and how many places were changed. */
    public record Result(String text, int replacements) {}

    /** A match in the plain text, and what to put there. */
    record Place(int start, int end, String replacement) {}

    private Edits() {}

    public static Result apply(String original, List<Edit> edits) {
        LineText text = LineText.of(original);
        int replacements = 0;
        for (int i = 0; i < edits.size(); i++) {
            String which = edits.size() == 1 ? "" : "Edit " + (i + 1) + " of " + edits.size() + ": ";
            List<Place> places = places(text, edits.get(i), which);
            text = text.replace(places);
            replacements += places.size();
        }
        return new Result(text.text(), replacements);
    }

    private static List<Place> places(LineText text, Edit given, String which) {
        Edit edit = given.withoutReturns();
        if (edit.oldText().isEmpty()) {
            return placesForNothing(text, edit, which);
        }
        List<Place> places = exact(text.plain(), edit);
        if (places.isEmpty()) {
            places = FlexibleMatch.find(text.plain(), edit, which);
        }
        if (places.isEmpty()) {
            throw new ToolException(
                    Reason.INVALID,
                    which + "Could not find exact match for edit:\n" + quoted(given.oldText())
                            + NearestBlock.describe(text.plain(), edit.oldText()));
        }
        if (!edit.replaceAll() && places.size() > 1) {
            throw ambiguous(text, places, which);
        }
        return withoutOverlaps(places);
    }

    private static List<Place> placesForNothing(LineText text, Edit edit, String which) {
        if (text.plain().isEmpty()) {
            return List.of(new Place(0, 0, edit.newText()));
        }
        throw new ToolException(
                Reason.INVALID,
                which + "oldText is empty. Give the text to replace; to insert, give a line and repeat it in"
                        + " newText beside the new ones.");
    }

    /** Overlapping ones too unless all are replaced, since which of them is meant is just as open. */
    private static List<Place> exact(String text, Edit edit) {
        String wanted = edit.oldText();
        if (wanted.length() > QUICK_CHARS) {
            return Runs.starts(Runs.characters(text), Runs.characters(wanted), !edit.replaceAll()).stream()
                    .map(start -> new Place(start, start + wanted.length(), edit.newText()))
                    .toList();
        }
        int step = edit.replaceAll() ? wanted.length() : 1;
        List<Place> places = new ArrayList<>();
        for (int i = text.indexOf(wanted); i >= 0 && !enough(places, edit); i = text.indexOf(wanted, i + step)) {
            places.add(new Place(i, i + wanted.length(), edit.newText()));
        }
        return places;
    }

    private static boolean enough(List<Place> places, Edit edit) {
        return !edit.replaceAll() && places.size() >= MAX_COUNTED;
    }

    private static List<Place> withoutOverlaps(List<Place> places) {
        List<Place> apart = new ArrayList<>();
        int end = 0;
        for (Place place : places) {
            if (place.start() >= end) {
                apart.add(place);
                end = place.end();
            }
        }
        return apart;
    }

    private static ToolException ambiguous(LineText text, List<Place> places, String which) {
        String lines = places.stream()
                .limit(LISTED_MATCHES)
                .map(place -> String.valueOf(text.lineAt(place.start())))
                .distinct()
                .collect(Collectors.joining(", "));
        String count = places.size() < MAX_COUNTED ? String.valueOf(places.size()) : MAX_COUNTED + " or more";
        String more = places.size() > LISTED_MATCHES ? " and more" : "";
        return new ToolException(
                Reason.INVALID,
                which + "oldText occurs " + count + " times, in lines " + lines + more
                        + ". Add lines around the one you mean until it occurs once, or set replaceAll.");
    }

    private static String quoted(String text) {
        return text.length() <= QUOTED_CHARS ? text : Clip.head(text, QUOTED_CHARS) + "...";
    }
}
