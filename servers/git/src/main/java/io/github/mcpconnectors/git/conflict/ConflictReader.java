package io.github.mcpconnectors.git.conflict;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.git.status.Conflict;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Reads the conflicts of an index. */
public final class ConflictReader {

    private static final int LONGEST_TEXT = Clip.RESULT_CHARS / 4;
    private static final int LARGEST_FILE = 16 * 1024 * 1024;
    private static final int MARKER_SIZE = 7;

    private final OpenRepository repository;
    private final Call call;

    /** Stages 1 to 3 of each path. */
    private final Map<String, @Nullable DirCacheEntry[]> stages = new TreeMap<>();

    public ConflictReader(OpenRepository repository, Call call) throws IOException {
        this.repository = repository;
        this.call = call;
        DirCache index = repository.index();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.getStage() > 0) {
                stages.computeIfAbsent(entry.getPathString(), path -> new @Nullable DirCacheEntry[3])[
                        entry.getStage() - 1] = entry;
            }
        }
    }

    /** The paths with a conflict, in order. */
    public List<String> paths() {
        return List.copyOf(stages.keySet());
    }

    /** Those files, each one of {@link #paths}. */
    public List<ConflictedFile> read(Collection<String> paths, boolean texts) throws IOException {
        Map<String, List<MarkedLines>> markers = markers(paths);
        List<ConflictedFile> files = new ArrayList<>();
        try (ObjectReader reader = repository.jgit().newObjectReader()) {
            for (String path : paths) {
                @Nullable DirCacheEntry[] own = stages.getOrDefault(path, new @Nullable DirCacheEntry[3]);
                files.add(new ConflictedFile(
                        Visible.line(path),
                        sides(own),
                        stage(own[0], texts, reader),
                        stage(own[1], texts, reader),
                        stage(own[2], texts, reader),
                        markers.getOrDefault(path, List.of()).size(),
                        markers.getOrDefault(path, List.of())));
            }
        }
        return files;
    }

    private static Conflict.Sides sides(@Nullable DirCacheEntry[] own) {
        boolean base = own[0] != null;
        if (own[1] != null && own[2] != null) {
            return base ? Conflict.Sides.BOTH_MODIFIED : Conflict.Sides.BOTH_ADDED;
        }
        if (own[1] != null) {
            return base ? Conflict.Sides.DELETED_BY_THEM : Conflict.Sides.ADDED_BY_US;
        }
        if (own[2] != null) {
            return base ? Conflict.Sides.DELETED_BY_US : Conflict.Sides.ADDED_BY_THEM;
        }
        return Conflict.Sides.BOTH_DELETED;
    }

    private static @Nullable Stage stage(@Nullable DirCacheEntry entry, boolean texts, ObjectReader reader)
            throws IOException {
        if (entry == null) {
            return null;
        }
        String mode = entry.getFileMode().toString();
        if (entry.getFileMode() == FileMode.GITLINK) {
            return new Stage(entry.getObjectId().name(), mode, null, null, false);
        }
        ObjectLoader loader = reader.open(entry.getObjectId(), Constants.OBJ_BLOB);
        String text = texts ? text(loader) : null;
        boolean cut = text != null && text.length() > LONGEST_TEXT;
        return new Stage(
                entry.getObjectId().name(),
                mode,
                loader.getSize(),
                text == null ? null : Visible.text(Clip.head(text, LONGEST_TEXT)),
                cut);
    }

    private static @Nullable String text(ObjectLoader loader) throws IOException {
        if (loader.getSize() > LARGEST_FILE) {
            return null;
        }
        byte[] bytes = loader.getCachedBytes(LARGEST_FILE);
        // JGit would take a lone carriage return for binary.
        boolean binary = RawParseUtils.next(bytes, 0, '\0') < bytes.length;
        return binary ? null : RawParseUtils.decode(StandardCharsets.UTF_8, bytes);
    }

    private Map<String, List<MarkedLines>> markers(Collection<String> paths) throws IOException {
        Map<String, List<MarkedLines>> markers = new HashMap<>();
        if (paths.isEmpty()) {
            return markers;
        }
        try (TreeWalk walk = new TreeWalk(repository.jgit())) {
            walk.addTree(repository.workTree());
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(paths));
            while (walk.next()) {
                call.checkCancelled();
                WorkingTreeIterator file = walk.getTree(0, WorkingTreeIterator.class);
                boolean plain = (file.getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                if (plain && file.getEntryLength() <= LARGEST_FILE) {
                    markers.put(walk.getPathString(), MarkedLines.of(content(file), markerSize(walk)));
                }
            }
        }
        return markers;
    }

    private static RawText content(WorkingTreeIterator file) throws IOException {
        try (InputStream in = file.openEntryStream()) {
            return new RawText(in.readNBytes(LARGEST_FILE));
        }
    }

    /** See gitattributes(5), conflict-marker-size. */
    private static int markerSize(TreeWalk walk) {
        String size = walk.getAttributes().getValue("conflict-marker-size");
        return size != null && size.matches("[1-9]\\d{0,2}") ? Integer.parseInt(size) : MARKER_SIZE;
    }
}
