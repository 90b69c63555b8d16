package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsToTheRules() {
        ArchitectureRules.checkAll("io.github.mcpconnectors.shared", 60);
        ArchitectureRules.checkShared();
    }
}
