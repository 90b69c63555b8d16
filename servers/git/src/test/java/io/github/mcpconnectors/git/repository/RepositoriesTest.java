package io.github.mcpconnectors.git.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.TestRepository;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gate, and everything that tries to get around it. */
@Timeout(60)
class RepositoriesTest {

    @TempDir
    Path base;

    private TestRepository inside;
    private TestRepository outside;

    @BeforeEach
    void twoRepositories() throws IOException {
        base = base.toRealPath();
        inside = TestRepository.create(Files.createDirectories(base.resolve("ok/app")))
                .file("a/b/c.txt", "x\n")
                .commit("First");
        outside = TestRepository.create(Files.createDirectories(base.resolve("ok_evil/app")))
                .file("secret", "s\n")
                .commit("Secret");
    }

    private Repositories gate(Path... roots) {
        List<String> given = new ArrayList<>();
        for (Path root : roots) {
            given.add(root.toString());
        }
        return new Repositories(Roots.open(given, warning -> {}), false);
    }

    private String head(@Nullable String repoPath) {
        return gate(base.resolve("ok"))
                .read(
                        repoPath,
                        repository -> repository.jgit().resolve(Constants.HEAD).name());
    }

    private String refused(Reason reason, @Nullable String repoPath) {
        ToolException[] refusal = new ToolException[1];
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> head(repoPath))
                .satisfies(failure -> refusal[0] = failure);
        assertThat(refusal[0].reason()).as(refusal[0].getMessage()).isEqualTo(reason);
        assertThat(refusal[0].getMessage()).doesNotContain("ok_evil");
        return String.valueOf(refusal[0].getMessage());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsTheRepositoryHoweverItIsNamed() {
        for (String path : List.of("app", "app/a/b", "app/a/b/c.txt", "./app/", "app/.git", inside.folder() + "/a")) {
            assertThat(head(path)).as(path).isEqualTo(inside.head());
        }
        assertThat(head(null)).as("the only one").isEqualTo(inside.head());
        assertThat(gate(inside.folder()).<String>read("app", OpenRepository::shown))
                .as("the name of the allowed directory")
                .isEqualTo(inside.folder().toString());
    }

    @Test
    void asksWhichRepositoryWhereThereAreSeveral() throws IOException {
        TestRepository.create(Files.createDirectories(base.resolve("ok/group/lib")));
        assertThat(refused(Reason.INVALID, null)).contains("ok/app", "ok/group/lib");
        assertThat(refused(Reason.NOT_FOUND, "group")).contains("not in a Git repository");
        assertThat(refused(Reason.NOT_FOUND, "nowhere")).contains("No such directory");
    }

    /** CVE-2025-68145: --repository was never compared with repo_path; CVE-2025-53110: compared as text, by its beginning. */
    @Test
    void opensNothingOutsideTheAllowedDirectories() {
        for (String path : List.of(
                outside.folder().toString(), "../ok_evil/app", base.resolve("ok") + "/../ok_evil/app", "/", "/etc")) {
            assertThatExceptionOfType(ToolException.class)
                    .isThrownBy(() -> head(path))
                    .withMessageContaining("is outside the allowed repository '" + base.resolve("ok") + "'");
        }
        // Whether something exists outside cannot be found out.
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> head("/no/such/place"))
                .withMessageContaining("is outside the allowed repository");
        refused(Reason.INVALID, "a\0b");
    }

    /** CVE-2025-53109: the target of a link was judged, and then the link used all the same. */
    @Test
    void followsNoLinkOutOfTheAllowedDirectories() throws IOException {
        Files.createSymbolicLink(base.resolve("ok/link"), outside.folder());
        refused(Reason.DENIED, "link");
        Files.createDirectories(base.resolve("ok/fake"));
        Files.createSymbolicLink(base.resolve("ok/fake/.git"), outside.dotGit());
        refused(Reason.DENIED, "fake");
        Files.createSymbolicLink(base.resolve("ok/same"), inside.folder());
        assertThat(head("same")).isEqualTo(inside.head());
    }

    /** The repository that an allowed directory is a part of may be looked at only if it is allowed as a whole. */
    @Test
    void looksAtNoRepositoryAboveAnAllowedDirectory() {
        Repositories gate = gate(inside.folder().resolve("a"));
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> gate.read(null, repository -> ""))
                .withMessageContaining("no Git repository");
        assertThatExceptionOfType(ToolException.class)
                .isThrownBy(() -> gate.read("b", repository -> ""))
                .withMessageContaining("not in a Git repository");
    }

    @Test
    void followsAGitFileAndACommondirOnlyInside() throws IOException {
        write(base.resolve("ok/fake/.git"), "gitdir: " + outside.dotGit() + "\n");
        refused(Reason.DENIED, "fake");
        write(base.resolve("ok/fake/.git"), "gitdir: ../../ok_evil/app/.git\n");
        refused(Reason.DENIED, "fake");
        write(base.resolve("ok/fake/.git"), "gitdir: ../app/.git\n");
        assertThat(head("fake")).isEqualTo(inside.head());
        write(inside.dotGit().resolve("worktrees/x/HEAD"), "ref: refs/heads/main\n");
        write(inside.dotGit().resolve("worktrees/x/commondir"), outside.dotGit().toString());
        write(base.resolve("ok/fake/.git"), "gitdir: ../app/.git/worktrees/x\n");
        refused(Reason.DENIED, "fake");
        write(inside.dotGit().resolve("worktrees/x/commondir"), "../..\n");
        assertThat(head("fake")).as("a linked work tree").isEqualTo(inside.head());
    }

    @Test
    void borrowsNoObjectsFromOutside() throws IOException {
        Path alternates = inside.dotGit().resolve("objects/info/alternates");
        write(alternates, outside.dotGit().resolve("objects") + "\n");
        assertThat(refused(Reason.DENIED, "app")).contains("alternates");
        write(alternates, "../../../../ok_evil/app/.git/objects\n");
        refused(Reason.DENIED, "app");
        TestRepository lender = TestRepository.create(Files.createDirectories(base.resolve("ok/lender")));
        write(alternates, lender.dotGit().resolve("objects") + "\n");
        assertThat(head("app")).isEqualTo(inside.head());
        write(
                lender.dotGit().resolve("objects/info/alternates"),
                outside.dotGit().resolve("objects") + "\n");
        refused(Reason.DENIED, "app");
        Files.delete(lender.dotGit().resolve("objects/info/alternates"));
        write(lender.dotGit().resolve("commondir"), outside.dotGit().toString());
        refused(Reason.DENIED, "app");
        Files.delete(lender.dotGit().resolve("commondir"));
        lender.config("[include]\n\tpath = " + outside.dotGit().resolve("config") + "\n");
        refused(Reason.DENIED, "app");
    }

    @Test
    void hasNoLinksInItsGitDirectoryThatLeadOutside() throws IOException {
        for (String name :
                List.of("refs/heads/x", "packed-refs", "objects/pack/p.pack", "objects/ab", "logs/x", "info/extra")) {
            Path link = inside.dotGit().resolve(name);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, outside.dotGit().resolve("HEAD"));
            assertThat(refused(Reason.DENIED, "app")).as(name).contains("symbolic link");
            Files.delete(link);
            Files.createSymbolicLink(link, base.resolve("ok_evil/later"));
            refused(Reason.DENIED, "app");
            Files.delete(link);
        }
        Files.createDirectories(base.resolve("ok/shelf"));
        Files.createSymbolicLink(base.resolve("ok/shelf/x"), outside.dotGit().resolve("HEAD"));
        Files.createSymbolicLink(inside.dotGit().resolve("refs/remotes"), base.resolve("ok/shelf"));
        assertThat(refused(Reason.DENIED, "app")).as("a link behind a link").contains("symbolic link");
        Files.delete(inside.dotGit().resolve("refs/remotes"));
        // As old versions of git wrote HEAD.
        Files.delete(inside.dotGit().resolve("HEAD"));
        Files.createSymbolicLink(inside.dotGit().resolve("HEAD"), Path.of("refs/heads/main"));
        assertThat(head("app")).isEqualTo(inside.head());
    }

    @Test
    void includesNoConfigFromOutside() throws IOException {
        Path config = inside.dotGit().resolve("config");
        String plain = Files.readString(config);
        for (String hostile : List.of(
                "[include]\n\tpath = " + outside.dotGit().resolve("config"),
                "[include]\n\tpath = ../../../ok_evil/app/.git/config",
                "[include]\n\tpath = more",
                "[core]\n\tworktree = " + outside.folder(),
                "[core]\n\texcludesFile = /dev/zero",
                "[core]\n\tattributesFile = /etc/passwd",
                "[url \"" + outside.folder() + "\"]\n\tinsteadOf = https://",
                "[url \"ext::sh -c true \"]\n\tinsteadOf = https://")) {
            write(
                    inside.dotGit().resolve("more"),
                    "[include]\n\tpath = " + outside.dotGit().resolve("config") + "\n");
            write(config, plain + hostile + "\n");
            refused(Reason.DENIED, "app");
        }
        write(inside.dotGit().resolve("more"), "[x]\n\ty = z\n");
        write(config, plain + "[include]\n\tpath = more\n\tpath = missing\n");
        assertThat(head("app")).isEqualTo(inside.head());
    }

    @Test
    void usesTheWorkTreeThatTheConfigNamesInside() throws IOException {
        Files.createDirectories(base.resolve("ok/elsewhere"));
        inside.config("[core]\n\tworktree = ../../elsewhere\n");
        assertThat(gate(base.resolve("ok")).<String>read("app", repository -> repository.shown()))
                .isEqualTo(base.resolve("ok/elsewhere").toString());
    }

    @Test
    void refusesFormatsThatJgitWouldMisread() throws IOException {
        Path config = inside.dotGit().resolve("config");
        String plain = Files.readString(config);
        write(config, plain + "[extensions]\n\tobjectFormat = sha256\n");
        assertThat(refused(Reason.INVALID, "app")).contains("sha256");
        write(config, plain + "[remote \"origin\"]\n\tpromisor = true\n");
        assertThat(refused(Reason.INVALID, "app")).contains("partial clone");
        write(config, plain + "[extensions]\n\tfuture = true\n");
        assertThat(refused(Reason.INVALID, "app")).contains("extension future");
        write(config, plain + "[broken\n");
        assertThat(refused(Reason.INVALID, "app")).contains("config");
    }

    /** As CVE-2022-24765 in git: whoever can write above a directory can put a .git there. */
    @Test
    void opensNoRepositoryOfAnotherUser() throws IOException {
        try {
            Files.setOwner(
                    inside.dotGit(),
                    base.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (FileSystemException e) {
            assumeTrue(false, "only root can give files away");
        }
        assertThat(refused(Reason.DENIED, "app")).contains("--trust-owner");
        assertThat(new Repositories(Roots.open(List.of(base.resolve("ok").toString()), warning -> {}), true)
                        .<String>read("app", OpenRepository::shown))
                .isEqualTo(inside.folder().toString());
    }

    @Test
    void doesNotWaitForAPipe() throws IOException, InterruptedException {
        Path pipe = inside.dotGit().resolve("refs/heads/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(refused(Reason.INVALID, "app")).contains("pipe");
        Files.delete(pipe);
        Path tracked = inside.folder().resolve("a/b/c.txt");
        Files.delete(tracked);
        assertThat(new ProcessBuilder("mkfifo", tracked.toString()).start().waitFor())
                .isZero();
        assertThat(head("app")).isEqualTo(inside.head());
    }

    /** JGit measures clocks in .git, writes to the home directory, and quotes what it cannot parse. */
    @Test
    void leavesNoTraceAndQuotesNothing() throws IOException {
        var before = Files.getLastModifiedTime(inside.dotGit(), LinkOption.NOFOLLOW_LINKS);
        List<String> names = names();
        gate(base.resolve("ok")).read("app", repository -> repository.index().getEntryCount());
        assertThat(names()).isEqualTo(names);
        assertThat(Files.getLastModifiedTime(inside.dotGit(), LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(before);
        write(inside.dotGit().resolve("packed-refs"), "PASSWORD in a file\n");
        assertThat(refused(Reason.UNAVAILABLE, "app")).doesNotContain("PASSWORD");
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(inside.folder())) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
