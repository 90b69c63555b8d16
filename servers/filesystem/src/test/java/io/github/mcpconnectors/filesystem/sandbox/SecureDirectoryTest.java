package io.github.mcpconnectors.filesystem.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecureDirectoryTest extends DirectoryContract {

    @Override
    Directory.Opener opener() {
        return Directory::openRoot;
    }

    @Test
    void isWhatThisDiskOffers() {
        assertThat(directory).isInstanceOf(SecureDirectory.class);
        assertThat(directory.raceFree()).isTrue();
    }
}
