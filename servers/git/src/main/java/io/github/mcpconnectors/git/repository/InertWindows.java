package io.github.mcpconnectors.git.repository;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator.FileModeStrategy;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.Entry;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_Win32;
import org.eclipse.jgit.util.ProcessResult;
import org.jspecify.annotations.Nullable;

/** See {@link Inert}. */
final class InertWindows extends FS_Win32 {

    InertWindows() {}

    private InertWindows(InertWindows other) {
        super(other);
    }

    @Override
    public FS newInstance() {
        return new InertWindows(this);
    }

    /** Names no program: whoever starts it fails. {@link #execute} does not. */
    @Override
    public ProcessBuilder runInShell(String command, String[] arguments) {
        return new ProcessBuilder();
    }

    @Override
    public ExecutionResult execute(ProcessBuilder command, InputStream in) throws IOException {
        return Inert.passedThrough(in);
    }

    @Override
    public ProcessResult runHookIfPresent(
            Repository repository,
            String hook,
            String[] arguments,
            OutputStream out,
            OutputStream err,
            @Nullable String in) {
        return new ProcessResult(ProcessResult.Status.NOT_SUPPORTED);
    }

    @Override
    public @Nullable File findHook(Repository repository, String hook) {
        return null;
    }

    @Override
    protected @Nullable File discoverGitExe() {
        return null;
    }

    @Override
    protected @Nullable File discoverGitSystemConfig() {
        return null;
    }

    @Override
    public Entry[] list(File directory, FileModeStrategy modes) {
        return Inert.usual(super.list(directory, Inert.markSpecial(modes)));
    }
}
