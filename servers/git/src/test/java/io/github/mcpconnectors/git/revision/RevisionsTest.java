package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a revision means nothing. */
class RevisionsTest {

    @TempDir
    private Path parent;

    private SmallRepository small;

    @BeforeEach
    void makeRepository() throws IOException {
        small = new SmallRepository(parent);
    }

    @AfterEach
    void closeRepository() {
        small.close();
    }

    @Test
    void anEmptyRepositorySaysThatItHasNoCommits() {
        for (String revision : new String[] {"HEAD", "main", "@", "HEAD~1", "nothing", "HEAD:file"}) {
            assertThat(refused(revision, Reason.NOT_FOUND)).contains("no commits yet", "\"main\"");
        }
        assertThat(refusedRange("HEAD..", Reason.NOT_FOUND)).contains("no commits yet");
    }

    @Test
    void aBranchWithoutCommitsIsNamed() throws IOException {
        small.ref("refs/heads/other", small.commit("First"));
        assertThat(refused("HEAD", Reason.NOT_FOUND)).contains("\"main\"", "no commits yet", "another branch");
        assertThat(small.revisions().commit("other")).isNotNull();
    }

    @Test
    void theNearestNameIsSuggested() throws IOException {
        ObjectId first = small.commit("First");
        small.ref("refs/heads/main", first);
        small.ref("refs/tags/v1.0.0", first);
        small.ref("refs/remotes/origin/feature/login", first);
        assertThat(refused("mian", Reason.NOT_FOUND)).contains("Did you mean \"main\"?");
        assertThat(refused("v1.0", Reason.NOT_FOUND)).contains("Did you mean \"v1.0.0\"?");
        assertThat(refused("feature/login", Reason.NOT_FOUND)).contains("\"origin/feature/login\"");
        assertThat(refused("mian@{u}", Reason.NOT_FOUND)).contains("\"main\"");
        assertThat(refused("main:dir/fiel.txt", Reason.NOT_FOUND)).contains("\"dir/file.txt\"");
        assertThat(refused("main:dirr", Reason.NOT_FOUND)).contains("\"dir\"");
        assertThat(refused("main:none/file.txt", Reason.NOT_FOUND)).doesNotContain("?");
    }

    @Test
    void aFileWhoseNameBreaksTheLineIsNotSuggested() throws IOException {
        small.plant("HEAD", small.commitOf("fil\n.txt").name() + "\n");
        assertThat(refused("HEAD:fil.txt", Reason.NOT_FOUND)).doesNotContain("?");
    }

    @Test
    void whatLacksAnUpstreamSaysSo() throws IOException {
        ObjectId first = small.commit("First");
        small.ref("refs/heads/main", first);
        assertThat(refused("@{u}", Reason.NOT_FOUND)).contains("no upstream");
        small.plant("config", """
                [branch "main"]
                  remote = origin
                  merge = refs/heads/main
                [remote "origin"]
                  fetch = +refs/heads/*:refs/remotes/origin/*
                """);
        assertThat(refused("@{u}", Reason.NOT_FOUND)).contains("\"origin/main\"", "never fetched");
        small.plant("HEAD", first.name() + "\n");
        assertThat(refused("@{u}", Reason.NOT_FOUND)).contains("detached");
    }

    @Test
    void aShortIdThatMayMeanSeveralObjectsListsThem() throws IOException {
        Map<String, ObjectId> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            ObjectId id = small.blob("blob " + i);
            ObjectId other = seen.put(id.name().substring(0, 4), id);
            if (other != null) {
                assertThat(refused(id.name().substring(0, 4), Reason.INVALID))
                        .contains(id.name() + " (blob)", other.name() + " (blob)");
                return;
            }
        }
    }

    @Test
    void aShortIdOfOneCommitAndAFileMeansTheCommitWhereOneIsNeeded() throws IOException {
        Map<String, ObjectId> blobs = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            ObjectId id = small.blob("blob " + i);
            blobs.put(id.name().substring(0, 4), id);
        }
        for (int i = 0; ; i++) {
            ObjectId commit = small.commit("Commit " + i);
            String digits = commit.name().substring(0, 4);
            if (blobs.containsKey(digits)) {
                assertThat(refused(digits, Reason.INVALID)).contains(commit.name() + " (commit of 2026-11-20)");
                assertThat(small.revisions().commit(digits)).isEqualTo(commit);
                assertThat(small.revisions().object(digits + "^{tree}").type()).isEqualTo(Constants.OBJ_TREE);
                assertThat(small.revisions().object(digits + ":dir").path()).isEqualTo("dir");
                return;
            }
        }
    }

    @Test
    void aShallowCloneSaysWhereItsHistoryWasCutOff() throws IOException {
        ObjectId second = small.commit("Second", small.commit("First"));
        small.ref("refs/heads/main", small.commit("Third", second));
        small.plant("shallow", second.name() + "\n");
        assertThat(small.revisions().commit("main~1")).isEqualTo(second);
        assertThat(refused("main~2", Reason.NOT_FOUND)).contains("shallow");
        assertThat(refused(":/First", Reason.NOT_FOUND)).contains("shallow");
        assertThat(refused("deadbeef", Reason.NOT_FOUND)).contains("shallow");
    }

    @Test
    void anIdOfAnotherRepositoryIsNotFound() throws IOException {
        small.ref("refs/heads/main", small.commit("First"));
        String id = "1234567890123456789012345678901234567890";
        assertThat(refused(id, Reason.NOT_FOUND)).contains(id, "not in this repository");
    }

    @Test
    void aSubmoduleIsACommitThatIsNotHere() throws IOException {
        small.ref("refs/heads/main", small.commit("First"));
        NamedObject module = small.revisions().object("main:dir/module");
        assertThat(module.type()).isEqualTo(Constants.OBJ_COMMIT);
        assertThat(module.path()).isEqualTo("dir/module");
        assertThat(refusedCommit("main:dir/module")).contains("not in this repository");
    }

    @Test
    void aFileIsNoCommit() throws IOException {
        small.ref("refs/heads/main", small.commit("First"));
        assertThat(small.revisions().object("main:dir/file.txt").type()).isEqualTo(Constants.OBJ_BLOB);
        assertThat(refusedCommit("main:dir/file.txt")).contains("kind of object");
    }

    @Test
    void aBareRepositoryHasNoIndex() throws IOException {
        try (var bare = new FileRepositoryBuilder()
                .setBare()
                .setGitDir(parent.resolve("bare.git").toFile())
                .build()) {
            bare.create(true);
            ToolException refused = catchThrowableOfType(
                    ToolException.class,
                    () -> new Revisions(bare, new DatePhrases(Clock.systemUTC()), small.call).object(":a"));
            assertThat(refused)
                    .hasMessageContaining("bare")
                    .extracting("reason")
                    .isEqualTo(Reason.INVALID);
        }
    }

    private String refused(String revision, Reason reason) {
        ToolException refused = catchThrowableOfType(
                ToolException.class, () -> small.revisions().object(revision));
        assertThat(refused).as(revision).isNotNull().extracting("reason").isEqualTo(reason);
        return refused.getMessage();
    }

    private String refusedCommit(String revision) {
        return catchThrowableOfType(ToolException.class, () -> small.revisions().commit(revision))
                .getMessage();
    }

    private String refusedRange(String range, Reason reason) {
        ToolException refused = catchThrowableOfType(
                ToolException.class, () -> small.revisions().range(range));
        assertThat(refused).isNotNull().extracting("reason").isEqualTo(reason);
        return refused.getMessage();
    }
}
