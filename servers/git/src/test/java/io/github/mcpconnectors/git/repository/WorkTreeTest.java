package io.github.mcpconnectors.git.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mcpconnectors.git.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on disk, looked up one after the other as a diff does it. */
class WorkTreeTest {

    @TempDir
    Path base;

    private TestRepository app;

    @BeforeEach
    void repository() {
        app = TestRepository.create(base).file("a/b/c.txt", "x\n").commit("First");
    }

    private Repositories gate() {
        return new Repositories(Roots.open(List.of(base.toString()), warning -> {}), false);
    }

    @Test
    void aDirectoryIsListedOnceForAllItsFiles() {
        gate().<Boolean>read(null, repository -> {
            try (ObjectReader reader = repository.jgit().newObjectReader()) {
                FileTreeIterator top = repository.workTree();
                AbstractTreeIterator entered = top.createSubtreeIterator(reader);
                assertThat(top.createSubtreeIterator(reader)).isSameAs(entered);
            }
            return true;
        });
    }

    @Test
    void filesAreFoundInAnyOrder() throws IOException {
        Files.createDirectories(base.resolve("a/empty"));
        List<String> files = List.of("a/b/c.txt", "a/b/" + "x".repeat(200), "a/c.txt", "abc/c.txt", "d/b/c.txt");
        files.forEach(file -> app.file(file, file));
        gate().<Boolean>read(null, repository -> {
            ContentSource disk = ContentSource.create(repository.workTree());
            for (int i = 0; i < files.size() * files.size(); i++) {
                for (String file : List.of(files.get(i / files.size()), files.get(i % files.size()))) {
                    assertThat(disk.open(file, ObjectId.zeroId()).openStream()).hasContent(file);
                }
            }
            return true;
        });
    }
}
