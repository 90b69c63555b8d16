package io.github.mcpconnectors.git.change;

import io.github.mcpconnectors.git.repository.OpenRepository;
import io.github.mcpconnectors.shared.Digests;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.Checkout;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheCheckout.CheckoutMetadata;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Files that are to become what they are somewhere else: what is lost by that, and how it is done. */
final class Restoring {

    private final Repository jgit;
    private final Path top;
    private final List<FileState> files;
    private final boolean indexToo;

    /** @param indexToo whether the index gets the same versions; otherwise only the disk does */
    Restoring(OpenRepository repository, List<FileState> files, boolean indexToo) {
        this.jgit = repository.jgit();
        this.top = jgit.getWorkTree().toPath();
        this.files = files.stream()
                .filter(file -> file.changesDisk() || (indexToo && file.changesIndex()))
                .toList();
        this.indexToo = indexToo;
    }

    int size() {
        return files.size();
    }

    /** Files with something that is neither in the last commit nor where it comes back from. */
    List<FileState> lost() {
        return files.stream()
                .filter(file -> file.losesDisk(!indexToo) || (indexToo && file.losesStaged()))
                .toList();
    }

    /** Of all that is lost, and of what takes its place. */
    String fingerprint() {
        String all = lost().stream().map(FileState::toString).collect(Collectors.joining());
        return Digests.hexOf(all.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses as a whole what could only be done in part. */
    void check() throws IOException {
        files.stream().filter(file -> file.target() != null).forEach(file -> FileNames.requireSafe(file.path()));
        List<FileState> onDisk = onDisk();
        onDisk.forEach(file -> FileNames.requireText(file.path(), file.name().raw()));
        refuseWhatIsInTheWay(onDisk);
    }

    private List<FileState> onDisk() {
        return files.stream().filter(FileState::changesDisk).toList();
    }

    void apply(DirCache index) throws IOException {
        for (FileState file : onDisk()) {
            if (file.disk() != null) {
                delete(file);
            }
        }
        IndexEdit edit = new IndexEdit();
        Checkout checkout = new Checkout(jgit);
        try (ObjectReader reader = jgit.newObjectReader()) {
            for (FileState file : files) {
                DirCacheEntry entry = file.entry();
                if (entry != null && file.changesDisk()) {
                    checkout.checkout(entry, new CheckoutMetadata(file.name().ends(), null), reader, file.path());
                }
                record(edit, file, entry);
            }
        }
        edit.commit(index);
    }

    private void record(IndexEdit edit, FileState file, @Nullable DirCacheEntry entry) {
        if (entry == null && indexToo) {
            edit.remove(file.path());
        } else if (entry != null && (indexToo || !file.changesIndex())) {
            edit.put(entry);
        }
    }

    private void delete(FileState file) throws IOException {
        if (file.target() != null) {
            // It is replaced at once.
            return;
        }
        Path path = top.resolve(file.path());
        Files.deleteIfExists(path);
        for (Path above = path.getParent(); above != null && !above.equals(top); above = above.getParent()) {
            try {
                Files.deleteIfExists(above);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Where a file is to be, there may be a directory, or a file or a link above it: nobody agreed to lose those. */
    private void refuseWhatIsInTheWay(List<FileState> onDisk) throws IOException {
        Set<String> leaving = onDisk.stream()
                .filter(file -> file.target() == null)
                .map(FileState::path)
                .collect(Collectors.toSet());
        Set<String> inTheWay = new TreeSet<>();
        for (FileState file : onDisk) {
            if (file.target() != null && file.disk() == null) {
                inTheWay.addAll(above(file.path()));
                inTheWay.addAll(below(file.path()));
            }
        }
        inTheWay.removeAll(leaving);
        if (!inTheWay.isEmpty()) {
            throw new ToolException(
                    Reason.CONFLICT,
                    "Nothing was done: " + Names.some(inTheWay)
                            + " would have to go to make room. Move or delete it first.");
        }
    }

    private Collection<String> above(String path) {
        Set<String> found = new TreeSet<>();
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            Path parent = top.resolve(path.substring(0, end));
            if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                found.add(path.substring(0, end));
            }
        }
        return found;
    }

    private Collection<String> below(String path) throws IOException {
        Path directory = top.resolve(path);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> top.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
