package io.github.mcpconnectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;

/** A repository on the disk, made step by step; each commit is a minute after the one before. */
public final class TestRepository {

    public static final Instant START = Instant.parse("2024-01-15T13:30:25Z");

    private final Path folder;
    private Instant now = START;

    private TestRepository(Path folder) {
        this.folder = folder;
    }

    public static TestRepository create(Path folder) {
        try {
            Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .close();
            return new TestRepository(folder);
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is there. */
    public static TestRepository at(Path folder) {
        return new TestRepository(folder);
    }

    public Path folder() {
        return folder;
    }

    public Path dotGit() {
        return folder.resolve(".git");
    }

    public TestRepository file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestRepository file(String name, byte[] bytes) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository config(String text) {
        try {
            Path config = dotGit().resolve("config");
            Files.writeString(config, Files.readString(config) + text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestRepository stage() {
        return with(git -> {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
        });
    }

    public TestRepository commit(String message) {
        stage();
        PersonIdent author = author();
        return with(git -> git.commit()
                .setMessage(message)
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call());
    }

    public TestRepository branch(String name) {
        return with(git -> git.branchCreate().setName(name).call());
    }

    public TestRepository checkout(String name) {
        return with(git -> git.checkout().setName(name).call());
    }

    public String head() {
        String[] name = new String[1];
        with(git -> name[0] = git.getRepository().resolve(Constants.HEAD).name());
        return name[0];
    }

    public RevCommit tip() {
        RevCommit[] commit = new RevCommit[1];
        with(git -> commit[0] = git.log().setMaxCount(1).call().iterator().next());
        return commit[0];
    }

    /** Something that is done with JGit. */
    public interface Step {
        void with(Git git) throws GitAPIException, IOException;
    }

    public TestRepository with(Step step) {
        try (Git git = Git.open(folder.toFile())) {
            step.with(git);
            return this;
        } catch (GitAPIException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PersonIdent author() {
        now = now.plusSeconds(60);
        return new PersonIdent("Ada L\u00f6vlace", "ada@example.org", now, ZoneOffset.ofHours(1));
    }
}
