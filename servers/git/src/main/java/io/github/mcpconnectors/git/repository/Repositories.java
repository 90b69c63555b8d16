package io.github.mcpconnectors.git.repository;

import static io.github.mcpconnectors.shared.ToolException.Reason.INVALID;
import static io.github.mcpconnectors.shared.ToolException.Reason.NOT_FOUND;

import io.github.mcpconnectors.git.repository.Locator.Found;
import io.github.mcpconnectors.git.watch.Watcher;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.RevWalkException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/**
 * The gate: opens a repository if all of it lies in the allowed directories and belongs to us, lends it for one call, and
 * closes it. Nothing that a repository says is run.
 */
public final class Repositories {

    /** What a tool does with a repository; it must not keep it. */
    public interface Work<T> {
        T with(OpenRepository repository) throws IOException, GitAPIException;
    }

    private final Roots roots;
    private final Locator locator;
    private final ConfigCheck configs;
    private final Confinement confinement;
    private final boolean trustOwner;
    private final FS fileSystem;
    private final Writing writing = new Writing();
    private final Watcher watcher = new Watcher();
    private final NewRepositories newRepositories;

    /**
     * Makes JGit harmless in all of this process.
     *
     * @param trustOwner also open repositories of other users
     */
    public Repositories(Roots roots, boolean trustOwner) {
        IsolatedSystem.install();
        this.roots = roots;
        this.locator = new Locator(roots);
        this.newRepositories = new NewRepositories(roots, locator);
        this.configs = new ConfigCheck(roots);
        this.confinement = new Confinement(roots, configs);
        this.trustOwner = trustOwner;
        this.fileSystem = Inert.fileSystem();
    }

    /**
     * Lends a repository to be read.
     *
     * @param repoPath the repository or anything in it; may be left out when there is only one
     */
    public <T> T read(@Nullable String repoPath, Work<T> work) {
        return lend(repoPath, (layout, config) -> with(layout, config, work));
    }

    /** Lends a repository to be changed, to one call at a time. */
    public <T> T write(@Nullable String repoPath, Work<T> work) {
        return lend(repoPath, (layout, config) -> {
            Writing.refuseSparse(layout, config);
            return writing.alone(layout, () -> with(layout, config, work));
        });
    }

    /** The work trees that share the repository, the main one first. */
    public List<LinkedWorkTree> workTrees(@Nullable String repoPath) {
        return lend(
                repoPath,
                (layout, config) ->
                        with(layout, config, repository -> new WorkTreeList(roots, layout, repository.jgit()).read()));
    }

    /**
     * Makes an empty repository and lends it to be filled; if that fails, nothing of it is left.
     *
     * @param directory where nothing is yet, in an existing directory
     */
    public <T> T create(String directory, Work<T> work) {
        try {
            Path place = newRepositories.place(directory);
            return newRepositories.make(place, unfinished -> {
                Git.init()
                        .setFs(fileSystem)
                        .setDirectory(unfinished.toFile())
                        .setInitialBranch("main")
                        .call()
                        .close();
                Path gitDir = unfinished.resolve(Constants.DOT_GIT);
                return with(new Layout(gitDir, gitDir, unfinished), Visible.line(place.toString()), List.of(), work);
            });
        } catch (IOException | GitAPIException e) {
            throw Failures.of(e, directory);
        }
    }

    private interface Loan<T> {
        T of(Layout layout, Config config) throws IOException;
    }

    private <T> T lend(@Nullable String repoPath, Loan<T> loan) {
        try {
            Layout layout = locate(repoPath);
            if (!trustOwner) {
                Owner.check(layout);
            }
            confinement.check(layout);
            Config config = configs.check(layout);
            return loan.of(configs.withWorkTree(layout, config), config);
        } catch (IOException e) {
            throw Failures.of(e, repoPath == null ? "the repository" : repoPath);
        } catch (RuntimeException e) {
            throw Failures.unchecked(e, repoPath == null ? "the repository" : repoPath);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw Failures.exhausted(e, repoPath == null ? "the repository" : repoPath);
        }
    }

    private <T> T with(Layout layout, Config config, Work<T> work) throws IOException {
        return with(layout, layout.shown(), ConfigCheck.filters(config), work);
    }

    private <T> T with(Layout layout, String shown, List<String> filters, Work<T> work) throws IOException {
        try (Repository jgit = open(layout)) {
            return work.with(new OpenRepository(jgit, shown, filters, this::submoduleHead));
        } catch (IOException | GitAPIException | JGitInternalException | LargeObjectException | RevWalkException e) {
            throw Failures.of(e, shown);
        }
    }

    /** Paths of the repositories in the allowed directories, by a short name that tells each from the others. */
    public Map<String, String> named() {
        return ShortNames.of(
                found().stream()
                        .filter(each -> each.layout() != null)
                        .map(Found::directory)
                        .toList(),
                roots.real());
    }

    /** For each directory that may be one, but cannot be read or leads outside, a sentence that says so. */
    public List<String> refusals() {
        return found().stream().flatMap(each -> each.reason().stream()).toList();
    }

    List<Found> found() {
        return locator.all();
    }

    List<Path> roots() {
        return roots.real();
    }

    /** Tells when HEAD, the index or a ref of a repository may have changed, until closed. */
    public Watch watch(String repoPath, Runnable changed) {
        return watcher.watch(() -> lend(repoPath, (layout, config) -> layout.signs()), changed);
    }

    private Layout locate(@Nullable String repoPath) throws IOException {
        if (repoPath != null && !repoPath.isEmpty()) {
            return locator.above(roots.find(repoPath), repoPath);
        }
        List<Found> all = locator.all();
        if (all.size() == 1) {
            return all.get(0).get();
        }
        roots.find("");
        throw all.isEmpty()
                ? new ToolException(
                        NOT_FOUND,
                        "There is no Git repository in " + roots.shown() + ", nor up to two levels below. Start the"
                                + " server with the directory of one.")
                : new ToolException(INVALID, "Say which repository, as repo_path." + Locator.hint(all));
    }

    private Repository open(Layout layout) throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setFS(fileSystem)
                .setGitDir(layout.gitDir().toFile())
                .setGitCommonDir(layout.commonDir().toFile())
                .setMustExist(true);
        return layout.workTree() == null
                ? builder.setBare().build()
                : builder.setWorkTree(layout.workTree().toFile()).build();
    }

    private Optional<ObjectId> submoduleHead(Path directory) {
        try {
            Layout layout = roots.realInside(directory) == null ? null : locator.at(directory);
            if (layout == null || !directory.equals(layout.workTree())) {
                return Optional.empty();
            }
            confinement.check(layout);
            configs.check(layout);
            try (Repository submodule = open(layout)) {
                return Optional.ofNullable(submodule.resolve(Constants.HEAD));
            }
        } catch (IOException | ToolException e) {
            return Optional.empty();
        }
    }
}
