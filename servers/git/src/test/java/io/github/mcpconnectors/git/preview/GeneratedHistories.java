package io.github.mcpconnectors.git.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;

/** Branches that went different ways from where they began, by chance but the same for the same seed. */
final class GeneratedHistories implements AutoCloseable {

    private record Content(FileMode mode, String text) {}

    private final Git git;
    private final ObjectInserter inserter;
    private Random random = new Random(0);
    private int fresh;
    private long now = Instant.parse("2024-01-15T13:30:25Z").getEpochSecond();

    GeneratedHistories(Path folder) throws IOException {
        this.git = Git.open(folder.toFile());
        this.inserter = git.getRepository().newObjectInserter();
    }

    /** Makes ours-n and theirs-n. */
    void diverge(int seed) throws IOException {
        random = new Random(seed);
        fresh = 0;
        Map<String, Content> base = base();
        ObjectId root = commit(base, List.of());
        branch("ours-" + seed, commit(changed(base), List.of(root)));
        branch("theirs-" + seed, commit(changed(base), List.of(root)));
    }

    /** The same after the two were merged into one another, so that they have two merge bases. */
    void crissCross(int seed) throws IOException {
        random = new Random(seed);
        fresh = 0;
        Map<String, Content> base = base();
        ObjectId root = commit(base, List.of());
        Map<String, Content> one = edited(base);
        Map<String, Content> other = edited(base);
        ObjectId left = commit(one, List.of(root));
        ObjectId right = commit(other, List.of(root));
        Map<String, Content> resolved = new TreeMap<>(one);
        other.forEach((path, content) -> {
            if (content.equals(base.get(path)) || !one.get(path).equals(base.get(path))) {
                return;
            }
            resolved.put(path, content);
        });
        ObjectId leftMerge = commit(resolved, List.of(left, right));
        ObjectId rightMerge = commit(resolved, List.of(right, left));
        branch("ours-" + seed, commit(edited(resolved), List.of(leftMerge)));
        branch("theirs-" + seed, commit(edited(resolved), List.of(rightMerge)));
    }

    private Map<String, Content> base() {
        Map<String, Content> files = new TreeMap<>();
        for (int file = 0; file < 9; file++) {
            String end = file == 3 ? "\r\n" : "\n";
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 14; line++) {
                text.append("file ").append(file).append(" line ").append(line).append(end);
            }
            files.put(
                    List.of(
                                    "a.txt",
                                    "b.txt",
                                    "\u00fcber.txt",
                                    "crlf.txt",
                                    "dir/e.txt",
                                    "dir/f g.txt",
                                    "\u65e5\u672c",
                                    "h",
                                    "i")
                            .get(file),
                    new Content(FileMode.REGULAR_FILE, text.toString()));
        }
        files.put("keep/anchor", new Content(FileMode.REGULAR_FILE, "anchor\n"));
        files.put("dir/anchor", new Content(FileMode.REGULAR_FILE, "dir anchor\n"));
        files.put("binary", new Content(FileMode.REGULAR_FILE, "\0\1\2"));
        files.put("link", new Content(FileMode.SYMLINK, "a.txt"));
        return files;
    }

    private Map<String, Content> edited(Map<String, Content> from) {
        Map<String, Content> files = new TreeMap<>(from);
        for (int i = 0; i < 3; i++) {
            edit(files, path(files));
        }
        return files;
    }

    private Map<String, Content> changed(Map<String, Content> from) {
        Map<String, Content> files = new TreeMap<>(from);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(files, path(files));
        }
        return files;
    }

    private String path(Map<String, Content> files) {
        List<String> paths =
                files.keySet().stream().filter(path -> !path.endsWith("anchor")).toList();
        return paths.get(random.nextInt(paths.size()));
    }

    private void change(Map<String, Content> files, String path) {
        Content content = files.get(path);
        switch (random.nextInt(13)) {
            case 0 -> files.remove(path);
            case 1 -> files.put(newName(path), files.remove(path));
            case 2 -> {
                edit(files, path);
                files.put(newName(path), files.remove(path));
            }
            case 3 -> files.put("added" + random.nextInt(2), new Content(FileMode.REGULAR_FILE, added()));
            case 4 -> {
                if (content.mode() != FileMode.SYMLINK) {
                    files.put(path, new Content(FileMode.EXECUTABLE_FILE, content.text()));
                }
            }
            case 5 -> {
                files.remove(path);
                files.put(path + "/inside", new Content(FileMode.REGULAR_FILE, added()));
            }
            case 6 -> moveDirectory(files);
            case 7 -> files.put("dir/added" + random.nextInt(2), new Content(FileMode.REGULAR_FILE, added()));
            default -> edit(files, path);
        }
    }

    private void moveDirectory(Map<String, Content> files) {
        String target = random.nextBoolean() ? "moved/" : "keep/dir/";
        for (String path : List.copyOf(files.keySet())) {
            if (path.startsWith("dir/")) {
                files.put(target + path.substring(4), files.remove(path));
            }
        }
    }

    private String newName(String path) {
        return random.nextInt(3) == 0 ? "renamed" + random.nextInt(2) : "keep/" + path.replace('/', '-') + ++fresh;
    }

    private String added() {
        return "added " + random.nextInt(2) + "\nnothing like the others\n";
    }

    private void edit(Map<String, Content> files, String path) {
        Content content = files.get(path);
        if (content.mode() == FileMode.SYMLINK || content.text().startsWith("\0")) {
            files.put(path, new Content(content.mode(), content.text() + random.nextInt(3)));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(content.text().split("(?<=\n)")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, "inserted " + random.nextInt(4) + "\n");
            case 2 -> lines.set(at, lines.get(at).replaceFirst("(\r?\n|$)", " changed " + random.nextInt(2) + "$1"));
            default -> lines.set(lines.size() - 1, "no newline at end " + random.nextInt(2));
        }
        files.put(path, new Content(content.mode(), String.join("", lines)));
    }

    private ObjectId commit(Map<String, Content> files, List<ObjectId> parents) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        for (Map.Entry<String, Content> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(file.getValue().mode());
            entry.setObjectId(
                    inserter.insert(Constants.OBJ_BLOB, file.getValue().text().getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(index.writeTree(inserter));
        commit.setParentIds(parents);
        PersonIdent somebody = new PersonIdent("Ann", "ann@example.org", Instant.ofEpochSecond(now++), ZoneOffset.UTC);
        commit.setAuthor(somebody);
        commit.setCommitter(somebody);
        commit.setMessage("Commit " + now);
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }

    private void branch(String name, ObjectId commit) throws IOException {
        RefUpdate update = git.getRepository().updateRef(Constants.R_HEADS + name);
        update.setNewObjectId(commit);
        update.forceUpdate();
    }

    @Override
    public void close() {
        inserter.close();
        git.close();
    }
}
