package io.github.mcpconnectors.git.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and repositories that mean harm. */
class HostileRevisionsTest {

    private static final String SECRET = "p4ssw0rd-of-the-host";

    @TempDir
    private Path parent;

    private SmallRepository small;
    private ObjectId head;

    @BeforeEach
    void makeRepository() throws IOException {
        small = new SmallRepository(Files.createDirectory(parent.resolve("work")));
        head = small.commit("Second", small.commit("First"));
        small.ref("refs/heads/main", head);
    }

    @AfterEach
    void closeRepository() {
        small.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output=x",
                "-x",
                "-",
                "--",
                "refs/heads/--output=x",
                "heads/--output=x",
                "tags/--output=x",
                "origin/--output=x",
                "remotes/origin/--output=x",
                "--output=x^{commit}",
                "--output=x~1",
                "--output=x:dir/file.txt",
                "--output=x@{0}",
                "--output=x@{u}",
                "HEAD..--output=x",
                "--output=x..HEAD",
                "main...--output=x",
                "^--output=x HEAD",
                "HEAD ^--output=x",
                "HEAD --output=x",
                "--output=x^!",
                "@{-1}",
                "main@{u}",
                "main@{push}",
                "@{-1}..HEAD"
            })
    void cve202568144PlantedRefsNamedLikeOptionsAreRefused(String revision) throws IOException {
        for (String place : List.of("refs/heads/", "refs/tags/", "refs/remotes/origin/")) {
            small.plant(place + "--output=x", head.name() + "\n");
        }
        small.plant(
                "logs/HEAD",
                "%s %s Ann <a@example.org> 1700000000 +0000\tcheckout: moving from --output=x to main\n"
                        .formatted(head.name(), head.name()));
        small.plant("config", """
                [remote "origin"]
                  url = https://example.org/x
                  fetch = +refs/heads/*:refs/remotes/origin/*
                  push = refs/heads/main:refs/heads/--output=x
                [branch "main"]
                  remote = origin
                  merge = refs/heads/--output=x
                """);
        everyWay(revision, message -> {});
    }

    @Test
    void aHeadThatLeadsToAPlantedRefHasACommitButNoName() throws IOException {
        small.plant("refs/heads/--output=x", head.name() + "\n");
        small.plant("HEAD", "ref: refs/heads/--output=x\n");
        assertThat(small.revisions().commit("HEAD")).isEqualTo(head);
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> small.revisions().ref("HEAD"));
    }

    @Test
    void aPlantedRefIsNeverSuggested() throws IOException {
        small.plant("refs/heads/--outputs", head.name() + "\n");
        everyWay("outputs", message -> assertThat(message).doesNotContain("--"));
        everyWay("x-outputs", message -> assertThat(message).doesNotContain("--"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "\n",
                "main\n",
                "main\u0000",
                "\u0000",
                "HEAD:\u0000",
                ":/\u0000",
                "HEAD^{/\u0007}",
                "main\u007f",
                "main\u009b",
                "main\ud83d",
                "\udc00",
                "main@{\u0000}",
                "main..\u0000main"
            })
    void controlCharactersAreRefused(String revision) {
        everyWay(revision, message -> assertThat(message).doesNotContain("\u0000", "\u0007"));
    }

    /** What is not a ref is not read as one, and what it holds is not told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "config",
                "pinned",
                "logs/pinned",
                "description",
                "secret",
                "SECRET",
                "logs/HEAD",
                "./secret",
                "../secret",
                "../../secret",
                "refs/../secret",
                "refs/heads/../../secret",
                "/etc/passwd",
                "refs/heads//secret",
                "heads/",
                "outside",
                "pointer",
                "loop",
                "broken",
                "refs/heads/outside",
                "C:\\secret",
                "HEAD:../secret",
                "HEAD:/etc/passwd",
                ":../secret",
                ":/etc/passwd",
                "HEAD:dir/../../secret",
                "main@{u}"
            })
    void noOtherFileIsRead(String revision) throws IOException {
        small.plant("secret", SECRET);
        small.plant("SECRET", SECRET);
        small.plant("pinned", head.name() + "\n");
        small.plant("logs/pinned", head.name() + "\n");
        small.plant(
                "config",
                "[x]\n\tpassword = " + SECRET + "\n[branch \"main\"]\n\tremote = .\n\tmerge = ../../secret\n");
        small.plant("refs/heads/broken", SECRET.repeat(4));
        small.plant("refs/heads/pointer", "ref: ../../secret\n");
        small.plant("refs/heads/loop", "ref: refs/heads/loop\n");
        Files.writeString(parent.resolve("secret"), SECRET.repeat(4));
        Files.createSymbolicLink(small.directory.resolve("refs/heads/outside"), parent.resolve("secret"));
        everyWay(revision, message -> assertThat(message).doesNotContain(SECRET));
    }

    @Test
    void aDamagedReflogIsSaidToBeDamaged() throws IOException {
        small.plant("logs/refs/heads/main", "no log\nat all\n");
        assertThat(refused("main@{1}").reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(refused("main@{yesterday}").reason()).isEqualTo(Reason.UNAVAILABLE);
        small.plant(
                "logs/refs/heads/main",
                "%s %s A <a> 99999999999999999999 +0000\tx\n".formatted(head.name(), head.name()));
        assertThat(refused("main@{1 week ago}").reason()).isIn(Reason.UNAVAILABLE, Reason.NOT_FOUND);
    }

    @Test
    void aDamagedConfigurationIsSaidToBeDamaged() throws IOException {
        small.plant(
                "config",
                "[remote \"origin\"]\n\tfetch = refs/heads/*:refs/x\n[branch \"main\"]\n\tremote = origin\n\tmerge = refs/heads/*\n");
        assertThat(refused("main@{u}").reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aDamagedObjectIsSaidToBeDamaged() throws IOException {
        String name = head.name();
        Path file = small.directory.resolve("objects/" + name.substring(0, 2) + "/" + name.substring(2));
        Files.delete(file);
        Files.writeString(file, "no object");
        assertThat(refused("main").reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 4000, 5000, 1_000_000})
    void aLongTextIsAnsweredOrRefusedAtOnce(int length) {
        for (String piece :
                List.of("^", "~", "{", "a", "a/", "é", "^{", "^{}", "@{", "..", "@{1}", ":", " ", "HEAD ", "^0")) {
            outcome("HEAD" + piece.repeat(length / piece.length()));
            outcome(piece.repeat(length / piece.length()));
        }
        outcome("HEAD~" + "9".repeat(length));
        outcome(":/" + "(a*)*".repeat(length / 5) + "b");
    }

    @Test
    void aSearchEndsWhenNobodyWaitsForIt() {
        small.call.cancel();
        for (String revision : List.of(":/nothing", "HEAD^{/nothing}", "HEAD~1")) {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> small.revisions().object(revision));
        }
    }

    @Test
    void anyTextIsAnsweredOrRefused() throws IOException {
        small.ref("refs/heads/other", small.commit("Other"));
        small.ref("refs/tags/v1.0", head);
        String[] pieces = ("HEAD|main|other|v1.0|@|@{|}|{|^|~|:|/|..|...|-|1|0|99|u|push|-1|yesterday| |^{|"
                        + "commit|tree|^{/|First|(|*|\\|dir|file.txt|refs/heads/|.lock|é|🚀|!|^@|^!|^-|[|"
                        + "\u202e|--output=x|g1234|.|'|\"|$(x)|%00|\r")
                .split("[|]", -1);
        Random random = new Random(20_261_120);
        int found = 0;
        for (int i = 0; i < 8_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            found += outcome(text.toString());
        }
        assertThat(found).isGreaterThan(80);
    }

    /** How many ways there are to understand a text. */
    private int outcome(String text) {
        int understood = 0;
        for (Consumer<String> way : ways()) {
            try {
                way.accept(text);
                understood++;
            } catch (ToolException e) {
                assertThat(e.getMessage()).hasSizeLessThan(600).matches("[^\\p{Cntrl}]*");
            }
        }
        return understood;
    }

    private List<Consumer<String>> ways() {
        Revisions revisions = small.revisions();
        return List.of(revisions::object, revisions::commit, revisions::tree, revisions::range, revisions::ref);
    }

    private void everyWay(String revision, Consumer<String> message) {
        Revisions revisions = small.revisions();
        for (Consumer<String> way : ways().subList(0, 4)) {
            ToolException refused = catchThrowableOfType(ToolException.class, () -> way.accept(revision));
            assertThat(refused).as(revision).isNotNull();
            message.accept(refused.getMessage());
        }
        try {
            assertThat(revisions.ref(revision)).isEmpty();
        } catch (ToolException e) {
            message.accept(e.getMessage());
        }
    }

    private ToolException refused(String revision) {
        return catchThrowableOfType(ToolException.class, () -> small.revisions().object(revision));
    }
}
