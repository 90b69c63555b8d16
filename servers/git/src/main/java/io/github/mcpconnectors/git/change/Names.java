package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import java.util.Collection;
import java.util.stream.Collectors;

/** Some names for a sentence, which must not become endless. */
public final class Names {

    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private Names() {}

    public static String some(Collection<String> names) {
        String first = names.stream()
                .limit(MOST)
                .map(name -> Clip.head(Visible.line(name), LONGEST))
                .collect(Collectors.joining(", "));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }

    public static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }
}
