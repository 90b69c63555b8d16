package io.github.mcpconnectors.git;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said about results. */
final class Notes {

    private Notes() {}

    /** The sentences that there are, or null. */
    static @Nullable String of(@Nullable String... sentences) {
        String note = Stream.of(sentences).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return note.isEmpty() ? null : note;
    }

    static @Nullable String filters(List<String> ignored) {
        return ignored.isEmpty()
                ? null
                : "The filters " + String.join(", ", ignored)
                        + " were not run: files they convert may show as changed.";
    }
}
