package io.github.mcpconnectors.git.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.git.QuietCall;
import io.github.mcpconnectors.git.revision.DatePhrases;
import io.github.mcpconnectors.git.revision.RevisionRange;
import io.github.mcpconnectors.git.revision.Revisions;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that Git would not have made. */
class HostileLogTest {

    @TempDir
    private Path parent;

    private Repository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        FS.DETECTED.setUserHome(parent.toFile());
        repository = new FileRepositoryBuilder()
                .setGitDir(parent.resolve("x.git").toFile())
                .build();
        repository.create(true);
    }

    @AfterEach
    void closeRepository() {
        repository.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\nno author",
                "\nauthor\ncommitter\n\nempty",
                "\nauthor A <a> x y\ncommitter A <a> x y\n\nno time",
                "\nauthor A <a> 99999999999999999999 +0000\ncommitter A <a> 99999999999999999999 +9999\n\nlate",
                "\nauthor A <a> -5 +0000\ncommitter A <a> -5 -0000\n\nearly",
                "\nauthor <<<>>> 1 +0000\ncommitter > < 1 +0000\n\nbrackets",
                "\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\nencoding none-such\n\nm\u00e9ssage",
                "\nauthor A\u00ff <a> 1 +0000\ncommitter A <a> 1 +0000\n\n\u00ff\u00fe\u0000 not UTF-8",
                "\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\nencoding \u0000\u0000\n\nx"
            })
    void isReadAsFarAsItGoes(String rest) throws IOException {
        ObjectId commit = insert(rest);
        for (LogFilter filter : List.of(LogFilter.ALL, new LogFilter("", "", Instant.MIN, Instant.MAX))) {
            LogPage page = read(commit, filter, LogPaths.ALL);
            assertThat(page.commits()).extracting(LoggedCommit::id).containsExactly(commit);
        }
        assertThat(read(commit, LogFilter.ALL, new LogPaths(List.of("a"), true)).commits())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\nparent 1"})
    void whatEndsTooEarlyIsSaidToBeDamaged(String rest) throws IOException {
        ObjectId commit = insert(rest);
        ToolException refused =
                catchThrowableOfType(ToolException.class, () -> read(commit, LogFilter.ALL, LogPaths.ALL));
        assertThat(refused).isNotNull().extracting("reason").isEqualTo(Reason.UNAVAILABLE);
        Revisions revisions = new Revisions(repository, new DatePhrases(Clock.systemUTC()), new QuietCall());
        assertThat(catchThrowableOfType(ToolException.class, () -> revisions.commit(commit.name())))
                .isNotNull()
                .extracting("reason")
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aHistoryWithAHoleSaysWhatIsMissing() throws IOException {
        String hole = "1234567890123456789012345678901234567890";
        ObjectId commit = insert("\nparent " + hole + "\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\nx");
        ToolException refused =
                catchThrowableOfType(ToolException.class, () -> read(commit, LogFilter.ALL, LogPaths.ALL));
        assertThat(refused).hasMessageContaining(hole).extracting("reason").isEqualTo(Reason.UNAVAILABLE);
    }

    private ObjectId insert(String rest) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId tree = inserter.insert(Constants.OBJ_TREE, new byte[0]);
            ObjectId commit =
                    inserter.insert(Constants.OBJ_COMMIT, ("tree " + tree.name() + rest).getBytes(ISO_8859_1));
            inserter.flush();
            return commit;
        }
    }

    private LogPage read(ObjectId commit, LogFilter filter, LogPaths paths) {
        RevisionRange range = new RevisionRange(List.of(commit), List.of(), false);
        return new CommitLog(repository, new QuietCall()).read(range, filter, paths, new CommitLog.Part(0, 10));
    }
}
