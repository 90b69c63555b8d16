package io.github.mcpconnectors.shared.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file that holds a secret. Others may be able to read it: that is how containers mount secrets. */
record SecretFile(String path) {

    private static final int MAX_BYTES = 65_536;

    /** The text without the line break at its end, or null after adding a problem, which never tells what the file holds. */
    @Nullable
    String read(String source, List<String> problems) {
        String problem;
        try {
            String text = text().replaceFirst("\\R\\z", "");
            if (!text.isBlank()) {
                return text;
            }
            problem = "is empty";
        } catch (NoSuchFileException e) {
            problem = "does not exist";
        } catch (CharacterCodingException e) {
            problem = "is not a text in UTF-8 of at most " + MAX_BYTES + " bytes";
        } catch (IOException | InvalidPathException e) {
            problem = "cannot be read";
        }
        problems.add(source + ": the file " + path + " " + problem);
        return null;
    }

    private String text() throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new CharacterCodingException();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }
}
