package io.github.mcpconnectors.filesystem.text;

/** Text to find and what to put in its place: where it occurs once, or everywhere. */
public record Edit(String oldText, String newText, boolean replaceAll) {

    Edit withoutReturns() {
        return new Edit(LineEnding.withoutReturns(oldText), LineEnding.withoutReturns(newText), replaceAll);
    }
}
