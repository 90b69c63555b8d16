package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.Clip;
import java.util.List;

/** As many of a list as fit into a result, at least one; cut tells whether some do not. */
record Fitting<T>(List<T> items, boolean cut) {

    static <T> Fitting<T> of(List<T> all, int most) {
        int chars = 0;
        int count = 0;
        for (T item : all) {
            chars += String.valueOf(item).length();
            if (count == most || (count > 0 && chars > Clip.RESULT_CHARS)) {
                break;
            }
            count++;
        }
        return new Fitting<>(List.copyOf(all.subList(0, count)), count < all.size());
    }
}
