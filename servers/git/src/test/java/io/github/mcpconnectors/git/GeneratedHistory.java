package io.github.mcpconnectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Two branches, main and other, that grew apart in ways that a seed decides; main is checked out. */
final class GeneratedHistory {

    private static final List<String> NEW_NAMES = List.of("new.txt", "dir/new.txt", "n\u00e4\u00fc \u4e2d.txt", "z");

    private final Path folder;
    private final GitProgram git;
    private final Random random;
    private int commits;

    private GeneratedHistory(Path folder, long seed) {
        this.folder = folder;
        this.git = new GitProgram(folder);
        this.random = new Random(seed);
    }

    static GitProgram create(Path folder, long seed) {
        try {
            return new GeneratedHistory(Files.createDirectory(folder), seed).create(seed % 5 == 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GitProgram create(boolean crissCross) throws IOException {
        git.run("init", "-q", "-b", "main");
        git.run("config", "user.name", "Ann");
        git.run("config", "user.email", "ann@example.org");
        git.run("config", "merge.directoryRenames", "false");
        for (String name : List.of("a.txt", "b.txt", "crlf.txt", "dir/c.txt", "\u00fcber.txt", "run.sh")) {
            write(name, lines(name, 12 + random.nextInt(20), name.startsWith("crlf") ? "\r\n" : "\n"));
        }
        Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, 3});
        commit("Base");
        git.run("branch", "other");
        side("main");
        side("other");
        if (crissCross) {
            crossOver();
        }
        git.run("checkout", "-q", "main");
        return git;
    }

    private void side(String branch) throws IOException {
        git.run("checkout", "-q", branch);
        for (int i = random.nextInt(2); i < 2; i++) {
            for (int change = random.nextInt(3); change < 3; change++) {
                change(branch);
            }
            commit(branch + " '" + i + "' it's " + commits);
        }
    }

    /** Each branch takes the other's tip of before, so that there are two common ancestors; ours wins in conflicts. */
    private void crossOver() throws IOException {
        String main = git.run("rev-parse", "main");
        String other = git.run("rev-parse", "other");
        for (String branch : List.of("main", "other")) {
            git.run("checkout", "-q", branch);
            git.run("merge", "-q", "-s", "ours", "-m", "Cross", branch.equals("main") ? other : main);
            change(branch);
            commit("After " + branch);
        }
    }

    private void commit(String subject) {
        git.at(1_700_000_000L + 60L * commits++);
        git.run("add", "-A");
        git.run("commit", "-q", "--allow-empty", "-m", subject + "\n\nBody of " + subject);
    }

    private void change(String side) throws IOException {
        List<String> files = files();
        String file = files.get(random.nextInt(files.size()));
        switch (random.nextInt(9)) {
            case 0 -> Files.delete(folder.resolve(file));
            case 1 -> write(NEW_NAMES.get(random.nextInt(NEW_NAMES.size())), lines(side + commits, 5, "\n"));
            case 2 -> move(file, file + "-" + (random.nextBoolean() ? "moved" : side));
            case 3 -> Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
            case 4 -> Files.write(folder.resolve("binary"), new byte[] {0, (byte) random.nextInt(3)});
            default -> edit(file, side);
        }
    }

    private void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    private void edit(String file, String side) throws IOException {
        String text = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>(List.of(text.split("\\r?\\n", -1)));
        for (int edits = random.nextInt(3); edits < 3; edits++) {
            int line = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(line, side + " adds");
                default -> lines.set(line, random.nextInt(4) == 0 ? "both" : side + " sets " + random.nextInt(3));
            }
            if (lines.isEmpty()) {
                lines.add(side);
            }
        }
        Files.writeString(folder.resolve(file), String.join(end, lines), StandardCharsets.ISO_8859_1);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .filter(path -> !path.startsWith(".git/"))
                    .sorted()
                    .toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String lines(String name, int count, String end) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(name).append(" line ").append(i).append(end);
        }
        return text.toString();
    }
}
