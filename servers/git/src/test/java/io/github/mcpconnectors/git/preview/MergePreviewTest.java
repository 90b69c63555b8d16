package io.github.mcpconnectors.git.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mcpconnectors.git.GitProgram;
import io.github.mcpconnectors.git.QuietCall;
import io.github.mcpconnectors.git.TestRepository;
import io.github.mcpconnectors.git.merge.ConflictKind;
import io.github.mcpconnectors.git.preview.MergePreview.Result;
import io.github.mcpconnectors.git.status.ChangedPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is predicted, beside what the ort strategy of the git program does with the same two commits. */
class MergePreviewTest {

    private static final int HISTORIES = Integer.getInteger("histories", 90);

    @TempDir
    Path folder;

    private GitProgram git;

    @BeforeEach
    void create() {
        assumeTrue(GitProgram.isInstalled(), "git is not installed");
        TestRepository.create(folder);
        git = new GitProgram(folder);
    }

    private MergePreview preview(String ours, String theirs) throws IOException {
        try (Git jgit = Git.open(folder.toFile());
                RevWalk walk = new RevWalk(jgit.getRepository())) {
            return MergePreview.of(
                    jgit.getRepository(),
                    walk.parseCommit(jgit.getRepository().resolve(ours)),
                    walk.parseCommit(jgit.getRepository().resolve(theirs)),
                    new QuietCall());
        }
    }

    @Test
    void agreesWithGitOnHistoriesThatWentApart() throws IOException {
        try (GeneratedHistories histories = new GeneratedHistories(folder)) {
            for (int seed = 0; seed < HISTORIES; seed++) {
                histories.diverge(seed);
            }
        }
        Set<Result> seen = new TreeSet<>();
        for (int seed = 0; seed < HISTORIES; seed++) {
            seen.add(compare(seed));
        }
        assertThat(seen).contains(Result.CLEAN, Result.CONFLICTS);
    }

    @Test
    void agreesWithGitAfterCrissCrossMerges() throws IOException {
        try (GeneratedHistories histories = new GeneratedHistories(folder)) {
            for (int seed = 0; seed < HISTORIES / 3; seed++) {
                histories.crissCross(seed);
            }
        }
        for (int seed = 0; seed < HISTORIES / 3; seed++) {
            compare(seed);
        }
    }

    private Result compare(int seed) throws IOException {
        String ours = "ours-" + seed;
        String theirs = "theirs-" + seed;
        GitProgram.Answer answer = git.ask(
                "-c", "core.quotepath=false", "merge-tree", "--write-tree", "--name-only", "--messages", ours, theirs);
        List<String> lines = Arrays.asList(answer.out().split("\n"));
        int end = lines.indexOf("");
        Set<String> conflicted = lines.subList(1, end < 0 ? lines.size() : end).stream()
                .map(path -> path.replaceFirst("~(ours|theirs)-\\d+$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        MergePreview preview = preview(ours, theirs);
        String shown = "seed " + seed + "\n" + answer.out() + "\n" + preview;
        assertThat(preview.conflicts().isEmpty()).as(shown).isEqualTo(answer.exit() == 0);
        assertThat(paths(preview)).as(shown).isEqualTo(conflicted);
        assertThat(changes(preview)).as(shown).isEqualTo(changes(ours, lines.get(0), preview));
        return preview.result();
    }

    private static Set<String> paths(MergePreview preview) {
        // git tells of a directory that was split in its messages only.
        return preview.conflicts().stream()
                .filter(conflict -> conflict.kind() != ConflictKind.DIRECTORY_SPLIT)
                .map(PredictedConflict::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Renames as deletion and addition. */
    private static Set<String> changes(MergePreview preview) {
        Set<String> changes = new TreeSet<>();
        for (ChangedPath file : preview.files()) {
            if (file.oldPath() == null) {
                changes.add(file.change().letter() + "\t" + file.path());
            } else {
                changes.add("D\t" + file.oldPath());
                changes.add("A\t" + file.path());
            }
        }
        return changes;
    }

    private Set<String> changes(String ours, String tree, MergePreview preview) {
        Set<String> undecided = new TreeSet<>(paths(preview));
        preview.conflicts().forEach(conflict -> undecided.add(String.valueOf(conflict.oldPath())));
        return git.run("-c", "core.quotepath=false", "diff-tree", "-r", "--name-status", "--no-renames", ours, tree)
                .lines()
                .filter(line -> !undecided.contains(line.substring(2).replaceFirst("~(ours|theirs)-\\d+$", "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
