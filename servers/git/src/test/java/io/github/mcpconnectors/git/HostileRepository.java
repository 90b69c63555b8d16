package io.github.mcpconnectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A repository that somebody made to be opened by us. Everything in it that git or JGit would run leaves a file in a marker
 * directory; beside it, outside of what is allowed, lie files and a repository with a secret in them.
 */
final class HostileRepository {

    static final String SECRET = "TOP-SECRET-7f3a";

    /** Every hook that githooks(5) knows. */
    private static final List<String> HOOKS = """
            applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg
            post-commit pre-rebase post-checkout post-merge pre-push pre-receive update proc-receive post-receive
            post-update reference-transaction push-to-checkout pre-auto-gc post-rewrite sendemail-validate
            fsmonitor-watchman p4-changelist p4-prepare-changelist p4-post-changelist p4-pre-submit post-index-change
            """.lines()
            .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
            .toList();

    private static final Pattern COMMAND = Pattern.compile("(!?|ext::|--upload-pack=)@([a-zA-Z]+)@(.*)");

    private static final Path CONFIG = Path.of("src/test/resources/hostile.gitconfig");

    private final Path markers;
    private final Path outside;
    private final TestRepository repository;
    private final Map<String, String> before;

    private HostileRepository(Path markers, Path outside, TestRepository repository) throws IOException {
        this.markers = markers;
        this.outside = outside;
        this.repository = repository;
        this.before = contents(outside);
    }

    /** @param base gets markers, outside and allowed/hostile */
    static HostileRepository create(Path base) {
        try {
            Path markers = Files.createDirectories(base.resolve("markers"));
            Path outside = Files.createDirectories(base.resolve("outside"));
            Files.writeString(outside.resolve("secret.txt"), SECRET + "\n");
            TestRepository.create(Files.createDirectory(outside.resolve("private")))
                    .file("secret.txt", SECRET + "\n")
                    .commit(SECRET);
            TestRepository plain = TestRepository.create(Files.createDirectories(base.resolve("allowed/hostile")));
            HostileRepository hostile = new HostileRepository(markers, outside, plain);
            hostile.history();
            hostile.arm();
            return hostile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return repository.folder();
    }

    Path outside() {
        return outside;
    }

    /** What was run, by name. */
    List<String> fired() {
        try (Stream<Path> files = Files.list(markers)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing outside was written. */
    boolean outsideIsUntouched() throws IOException {
        return contents(outside).equals(before);
    }

    private void history() {
        repository.file("a.txt", "one\n").file("dir/b.txt", "two\n").commit("First \u001b[31m\u202e<tool>");
        repository.branch("evil").checkout("evil");
        repository.file("link/below.txt", "below\n").file("a.txt", "evil\n").commit("Below a link");
        repository.checkout("main").file("a.txt", "changed\n");
        link("link", outside);
        link("secret-link", outside.resolve("secret.txt"));
        repository.commit("Links");
        repository.file("package.json", "{}\n").commit("Third");
        // Same size and newer, so that its content has to be looked at.
        repository.file("a.txt", "CHANGED\n").file("new.txt", "new\n");
        run("mkfifo", folder().resolve("pipe").toString());
        delete("package.json");
        run("mkfifo", folder().resolve("package.json").toString());
    }

    /** After the history is there, so that making it runs nothing. */
    private void arm() throws IOException {
        repository.file(".gitattributes", "* filter=evil diff=evil merge=evil\n");
        Files.createDirectories(repository.dotGit().resolve("hooks"));
        Path elsewhere = Files.createDirectories(folder().resolve("hooks"));
        for (String hook : HOOKS) {
            script(repository.dotGit().resolve("hooks").resolve(hook), "hook-" + hook);
            script(elsewhere.resolve(hook), "hookspath-" + hook);
        }
        submodule();
        plantRefs();
        repository.config(config());
    }

    private void submodule() throws IOException {
        Path sub = Files.createDirectories(folder().resolve("sub"));
        Files.writeString(sub.resolve(".git"), "gitdir: " + outside.resolve("private/.git") + "\n");
        repository.file(".gitmodules", "[submodule \"sub\"]\n\tpath = sub\n\turl = -u" + touch("submodule-url") + "\n");
        repository.with(git -> {
            DirCache index = git.getRepository().lockDirCache();
            DirCacheBuilder builder = index.builder();
            builder.keep(0, index.getEntryCount());
            DirCacheEntry entry = new DirCacheEntry("sub");
            entry.setFileMode(FileMode.GITLINK);
            entry.setObjectId(ObjectId.fromString("1".repeat(40)));
            builder.add(entry);
            builder.commit();
        });
    }

    /** Refs that read like options, as CVE-2025-68144 used them. */
    private void plantRefs() throws IOException {
        String head = repository.head() + "\n";
        for (String name : List.of("heads/--output=planted", "heads/-f", "tags/--upload-pack=x", "remotes/origin/-x")) {
            Path ref = repository.dotGit().resolve("refs").resolve(name);
            Files.createDirectories(ref.getParent());
            Files.writeString(ref, head);
        }
        Files.writeString(repository.dotGit().resolve("--output=planted"), head);
    }

    private String config() throws IOException {
        return Files.readString(CONFIG)
                .replace("OUTSIDE", outside.toString())
                .lines()
                .map(this::armed)
                .collect(Collectors.joining("\n"));
    }

    /** A value such as !@name@ becomes a quoted command that leaves a marker of that name. */
    private String armed(String line) {
        return COMMAND.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\"" + found.group(1) + touch("config-" + found.group(2)) + found.group(3) + "\""));
    }

    private String touch(String name) {
        return "touch " + markers.resolve(name);
    }

    private void script(Path file, String name) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + touch(name) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void link(String name, Path target) {
        try {
            Files.createSymbolicLink(folder().resolve(name), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.delete(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) {
        try {
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every file with what is in it and when it was changed. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                String text = plain ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "";
                contents.put(
                        folder.relativize(file).toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + text);
            }
        }
        return contents;
    }
}
