package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrailTest {

    private final Playground ground;
    private final List<String> visited = new ArrayList<>();

    TrailTest(@TempDir Path disk) throws IOException {
        ground = new Playground(disk);
    }

    @Test
    void aNameIsVisitedBeforeItIsLookedUp() throws Exception {
        Trail trail = new Trail(ground.sandbox, (directory, name) -> {
            visit(directory, name);
            Files.createDirectories(directory.path().resolve(name));
        });

        trail.follow(ground.root.resolve("a/b/c"));

        assertThat(visited).containsExactly("/a", "a/b", "a/b/c", "a/b/c/");
    }

    @Test
    void linksAreFollowedStepByStep() throws Exception {
        ground.file("v1/deep/f.txt", "x");
        ground.link("current", Path.of("v1"));
        ground.link("config/d", Path.of("../current/deep"));

        new Trail(ground.sandbox, this::visit).follow(ground.root.resolve("config/d/f.txt"));

        assertThat(visited).containsExactly("/config", "config/d", "/current", "/v1", "v1/deep", "v1/deep/f.txt");
    }

    @Test
    void itEndsAtLinksThatLeadOutsideOrInACircle() throws Exception {
        ground.link("out", ground.outside);
        ground.link("up", Path.of("../outside/.."));
        ground.link("circle", Path.of("circle"));

        for (String path : List.of("out/secret.txt", "up/secret.txt", "circle/secret.txt")) {
            new Trail(ground.sandbox, this::visit).follow(ground.root.resolve(path));
        }

        assertThat(visited)
                .contains("/out", "/up")
                .hasSizeLessThan(50)
                .allMatch(each -> each.matches("/(out|up|circle)"));
    }

    private void visit(Place directory, String name) {
        visited.add(directory.relative() + "/" + name);
    }
}
