package io.github.mcpconnectors.git.status;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.BinaryBlobException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.jspecify.annotations.Nullable;

/** Files with a conflict, and what each side did to them since they were the same: from the stages in the index. */
public final class ConflictSides {

    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_DIFF = 20_000;
    private static final List<String> STAGES = List.of("", "base", "ours", "theirs");

    private final OpenRepository repository;
    private final Map<String, @Nullable DirCacheEntry[]> files = new TreeMap<>();

    private ConflictSides(OpenRepository repository) {
        this.repository = repository;
    }

    public static ConflictSides of(OpenRepository repository) throws IOException {
        ConflictSides sides = new ConflictSides(repository);
        DirCache index = repository.index();
        for (int i = 0; i < index.getEntryCount(); i++) {
            DirCacheEntry entry = index.getEntry(i);
            if (entry.getStage() > 0) {
                sides.files
                        .computeIfAbsent(entry.getPathString(), path -> new DirCacheEntry[STAGES.size()])[
                        entry.getStage()] = entry;
            }
        }
        return sides;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Two diffs for each file, as far as there is room. */
    public String text(Call call) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> more = new ArrayList<>();
        for (Map.Entry<String, @Nullable DirCacheEntry[]> file : files.entrySet()) {
            call.checkCancelled();
            String path = Visible.line(file.getKey());
            String sides = more.isEmpty() ? side(file.getValue(), 2) + side(file.getValue(), 3) : "";
            if (more.isEmpty() && text.length() + sides.length() < Clip.RESULT_CHARS) {
                text.append("=== ").append(path).append('\n').append(sides);
            } else {
                more.add(path);
            }
        }
        return text + (more.isEmpty() ? "" : "[Also in conflict: " + Clip.line(String.join(", ", more), 5_000) + "]\n");
    }

    private String side(@Nullable DirCacheEntry[] stages, int stage) throws IOException {
        DirCacheEntry base = stages[1];
        DirCacheEntry side = stages[stage];
        String name = STAGES.get(stage);
        if (side == null) {
            return name + ": " + (base == null ? "has no such file" : "deleted") + "\n";
        }
        if (base != null && base.getObjectId().equals(side.getObjectId())) {
            return name + ": as in base\n";
        }
        try {
            String diff = diff(base, side);
            String cut = Clip.head(diff, LONGEST_DIFF);
            String note = cut.length() < diff.length() ? "\n[cut]\n" : "";
            return "--- " + (base == null ? "/dev/null" : "base") + "\n+++ " + name + "\n" + Visible.text(cut) + note;
        } catch (BinaryBlobException e) {
            return name + ": changed, binary or large\n";
        }
    }

    private String diff(@Nullable DirCacheEntry base, DirCacheEntry side) throws IOException, BinaryBlobException {
        RawText before = base == null ? RawText.EMPTY_TEXT : text(base);
        RawText after = text(side);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            DiffAlgorithm algorithm = DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM);
            formatter.format(algorithm.diff(RawTextComparator.DEFAULT, before, after), before, after);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private RawText text(DirCacheEntry entry) throws IOException, BinaryBlobException {
        return entry.getFileMode() == FileMode.GITLINK
                ? new RawText(("submodule at " + entry.getObjectId().name() + "\n").getBytes(StandardCharsets.UTF_8))
                : RawText.load(repository.jgit().open(entry.getObjectId(), Constants.OBJ_BLOB), LARGEST);
    }
}
