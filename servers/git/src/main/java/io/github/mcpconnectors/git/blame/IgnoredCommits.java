package io.github.mcpconnectors.git.blame;

import io.github.mcpconnectors.git.content.Blob;
import io.github.mcpconnectors.git.content.Decoded;
import io.github.mcpconnectors.git.content.Snapshot;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/** What .git-blame-ignore-revs names: commits that only moved or formatted code, one id a line. */
public final class IgnoredCommits {

    private static final String FILE = ".git-blame-ignore-revs";

    private IgnoredCommits() {}

    public static Set<ObjectId> of(Snapshot snapshot) throws IOException {
        byte[] bytes = new Blob(snapshot.reader(), snapshot.find(FILE)).bytes();
        return Decoded.of(bytes, bytes.length)
                .text()
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(ObjectId::isId)
                .map(ObjectId::fromString)
                .collect(Collectors.toUnmodifiableSet());
    }
}
