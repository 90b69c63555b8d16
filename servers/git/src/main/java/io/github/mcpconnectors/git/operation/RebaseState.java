package io.github.mcpconnectors.git.operation;

import static io.github.mcpconnectors.shared.ToolException.Reason.CONFLICT;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Clip;
import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A rebase that stopped, in the files that git rebase keeps in .git/rebase-merge.
 *
 * @param headName the branch that is rebased, or "detached HEAD"
 * @param done commits that were picked, the last being the one it stopped at
 * @param todo commits that are left
 */
record RebaseState(String headName, ObjectId origHead, ObjectId onto, List<ObjectId> done, List<ObjectId> todo) {

    static final String DETACHED = "detached HEAD";

    /** What only the git program knows to go on with. */
    private static final List<String> FOREIGN = List.of(
            "amend",
            "autostash",
            "strategy",
            "strategy_opts",
            "signoff",
            "cdate_is_adate",
            "ignore_date",
            "current-fixups",
            "keep_redundant_commits");

    private static final int LONGEST = 1_048_576;

    static RebaseState read(OpenRepository repository) throws IOException {
        Path folder = folder(repository);
        for (String name : FOREIGN) {
            if (Files.exists(folder.resolve(name))) {
                throw foreign("it was begun with " + name);
            }
        }
        String head = text(folder, "head-name").strip();
        if (!head.equals(DETACHED)
                && (!head.startsWith(Constants.R_HEADS)
                        || !Repository.isValidRefName(head)
                        || repository.jgit().exactRef(head) == null)) {
            throw foreign("its head-name is no branch");
        }
        return new RebaseState(
                head,
                id(text(folder, "orig-head").strip()),
                id(text(folder, "onto").strip()),
                picks(text(folder, "done")),
                picks(text(folder, "git-rebase-todo")));
    }

    /** The commit that it stopped at. */
    ObjectId stopped() {
        if (done.isEmpty()) {
            throw foreign("no commit was picked yet");
        }
        return done.get(done.size() - 1);
    }

    private static List<ObjectId> picks(String text) {
        List<ObjectId> picks = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+", 3);
            if (line.isEmpty() || line.startsWith("#") || line.equals("noop")) {
                continue;
            }
            if (words.length < 2 || !Set.of("pick", "p").contains(words[0])) {
                throw foreign("its steps include " + Visible.line(Clip.line(words[0], 20)));
            }
            picks.add(id(words[1]));
        }
        return picks;
    }

    private static ObjectId id(String text) {
        if (!ObjectId.isId(text)) {
            throw foreign("its files name no commits");
        }
        return ObjectId.fromString(text);
    }

    private static ToolException foreign(String why) {
        return new ToolException(CONFLICT, "Only the git program can go on with this rebase: " + why + ".");
    }

    private static String text(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        if (Files.size(file) > LONGEST) {
            throw foreign("the file " + name + " is too long");
        }
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** The same once this many more commits were picked. */
    RebaseState after(int picks) {
        List<ObjectId> past = new ArrayList<>(done);
        past.addAll(todo.subList(0, picks));
        return new RebaseState(headName, origHead, onto, past, todo.subList(picks, todo.size()));
    }

    void write(OpenRepository repository, RevWalk walk) throws IOException {
        RevCommit stopped = walk.parseCommit(stopped());
        walk.parseBody(stopped);
        Map<String, String> files = new TreeMap<>();
        files.put("head-name", headName + "\n");
        files.put("orig-head", origHead.name() + "\n");
        files.put("onto", onto.name() + "\n");
        files.put("done", lines(done, walk));
        files.put("git-rebase-todo", lines(todo, walk));
        files.put("msgnum", done.size() + "\n");
        files.put("end", done.size() + todo.size() + "\n");
        files.put("stopped-sha", stopped.name() + "\n");
        files.put("message", stopped.getFullMessage().stripTrailing() + "\n");
        files.put("author-script", script(NewCommit.authorOf(stopped)));
        List.of("interactive", "drop_redundant_commits", "no-reschedule-failed-exec")
                .forEach(flag -> files.put(flag, ""));
        Path folder = Files.createDirectories(folder(repository));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        StateFiles.write(repository, "REBASE_HEAD", stopped.name() + "\n");
    }

    private static String lines(List<ObjectId> commits, RevWalk walk) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (ObjectId id : commits) {
            RevCommit commit = walk.parseCommit(id);
            walk.parseBody(commit);
            lines.append("pick ")
                    .append(id.name())
                    .append(' ')
                    .append(commit.getShortMessage())
                    .append('\n');
        }
        return lines.toString();
    }

    private static String script(PersonIdent author) {
        String external = author.toExternalString();
        return "GIT_AUTHOR_NAME=" + quoted(author.getName()) + "\nGIT_AUTHOR_EMAIL=" + quoted(author.getEmailAddress())
                + "\nGIT_AUTHOR_DATE=" + quoted("@" + external.substring(external.lastIndexOf('>') + 2)) + "\n";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''").replace("!", "'\\!'") + "'";
    }

    static void delete(OpenRepository repository) throws IOException {
        Path folder = folder(repository);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path folder(OpenRepository repository) {
        return repository.jgit().getDirectory().toPath().resolve("rebase-merge");
    }
}
