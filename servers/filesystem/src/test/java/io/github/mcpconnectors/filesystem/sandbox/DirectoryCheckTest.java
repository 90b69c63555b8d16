package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DirectoryCheckTest {

    @Test
    void withoutAnyDirectoryItSaysWhatToDo() {
        DirectoryCheck check = new DirectoryCheck(new Sandbox(List.of(), false), List.of("Usage: ...", "At least one"));

        assertThat(refused(UNAVAILABLE, check::look)).isEqualTo("No directory is allowed; add one to the arguments");
    }
}
