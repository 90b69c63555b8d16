package io.github.mcpconnectors.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that an operation left behind, to be compared: files, index, commits but for their times, and what git keeps of it. */
record Aftermath(Map<String, String> facts) {

    private static final List<String> STATE = List.of(
            "MERGE_HEAD",
            "MERGE_MODE",
            "MERGE_MSG",
            "SQUASH_MSG",
            "CHERRY_PICK_HEAD",
            "REVERT_HEAD",
            "REBASE_HEAD",
            "AUTO_MERGE",
            "rebase-merge/head-name",
            "rebase-merge/orig-head",
            "rebase-merge/onto",
            "rebase-merge/done",
            "rebase-merge/git-rebase-todo",
            "rebase-merge/msgnum",
            "rebase-merge/end",
            "rebase-merge/author-script",
            "rebase-merge/message",
            "rebase-merge/stopped-sha");

    static Aftermath of(Path folder) {
        GitProgram git = new GitProgram(folder);
        Map<String, String> facts = files(folder);
        facts.put("index", git.run("ls-files", "-s"));
        facts.put("commits", git.run("log", "--format=%T %an <%ae> %B", "-n", "12"));
        facts.put("status", git.run("status", "--porcelain", "-b"));
        boolean conflicts = !git.run("ls-files", "-u").isEmpty();
        for (String name : STATE) {
            Path file = folder.resolve(".git").resolve(name);
            // Not every command of git forgets the last merge.
            if (Files.exists(file) && (conflicts || !name.equals("AUTO_MERGE"))) {
                facts.put(".git/" + name, text(file).stripTrailing());
            }
        }
        return new Aftermath(facts);
    }

    /** What is not the same, each with what it is here and there. */
    Map<String, List<String>> differences(Aftermath other) {
        Map<String, List<String>> differences = new TreeMap<>();
        Set<String> names = new TreeSet<>(facts.keySet());
        names.addAll(other.facts.keySet());
        for (String name : names) {
            String here = facts.getOrDefault(name, "none");
            String there = other.facts.getOrDefault(name, "none");
            if (!here.equals(there)) {
                differences.put(name, List.of(here, there));
            }
        }
        return differences;
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".git/")) {
                    files.put(name, (Files.isExecutable(file) ? "x " : "- ") + text(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
