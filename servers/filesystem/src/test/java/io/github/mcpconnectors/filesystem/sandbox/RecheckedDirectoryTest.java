package io.github.mcpconnectors.filesystem.sandbox;

import static io.github.mcpconnectors.filesystem.sandbox.Playground.refused;
import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RecheckedDirectoryTest extends DirectoryContract {

    @Override
    Directory.Opener opener() {
        return RecheckedDirectory::at;
    }

    @Test
    void saysThatItOnlyChecks() {
        assertThat(directory).isInstanceOf(RecheckedDirectory.class);
        assertThat(directory.raceFree()).isFalse();
    }

    @Test
    void noticesThatItsPathLeadsElsewhere() throws IOException {
        Path path = ground.directory("d");
        ground.file("d/secret.txt", "inside");
        try (Directory open = directory.open("d")) {
            Files.move(path, ground.root.resolve("moved"));
            Files.createSymbolicLink(path, ground.outside);
            refuseAll(open);

            Files.delete(path);
            Files.createDirectory(path);
            Files.writeString(path.resolve("secret.txt"), "another directory of that name");
            refuseAll(open);
        }
        ground.assertOutsideUntouched();
    }

    private static void refuseAll(Directory open) {
        refused(CONFLICT, open::names);
        refused(CONFLICT, () -> open.stat("secret.txt"));
        refused(CONFLICT, () -> open.read("secret.txt"));
        refused(CONFLICT, () -> open.create("new.txt"));
        refused(CONFLICT, () -> open.makeDirectory("new"));
        refused(CONFLICT, () -> open.deleteFile("secret.txt"));
        refused(CONFLICT, () -> open.rename("secret.txt", open, "other.txt"));
    }
}
