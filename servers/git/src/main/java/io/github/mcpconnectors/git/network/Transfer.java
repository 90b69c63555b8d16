package io.github.mcpconnectors.git.network;

import io.github.mcpconnectors.git.repository.Visible;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Clip;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.jspecify.annotations.Nullable;

/** One exchange with a remote: what is taken from it, how it goes, and how it is broken off when the call is cancelled. */
final class Transfer implements ProgressMonitor {

    private static final int LONGEST_TITLE = 60;

    private final Call call;
    private final Intake intake;
    private final AtomicBoolean hostKeyRefused = new AtomicBoolean();
    private final AtomicBoolean forbidden = new AtomicBoolean();
    private String title = "";
    private int done;
    private int total;

    Transfer(Call call, long mostPack) {
        this.call = call;
        this.intake = new Intake(mostPack);
    }

    Intake intake() {
        return intake;
    }

    /** Closes what a thread may be waiting for. */
    void onCancel(Runnable close) {
        call.onCancel(close);
    }

    void refuseHostKey() {
        hostKeyRefused.set(true);
    }

    boolean hostKeyRefused() {
        return hostKeyRefused.get();
    }

    void forbid() {
        forbidden.set(true);
    }

    /** Whether the remote answered so over HTTP; JGit tries other logins then, and what it says in the end is of those. */
    boolean forbidden() {
        return forbidden.get();
    }

    @Override
    public void start(int tasks) {}

    /** Some titles come from the remote. */
    @Override
    public void beginTask(@Nullable String what, int work) {
        title = Visible.line(Clip.line(what == null ? "" : what, LONGEST_TITLE));
        done = 0;
        total = Math.max(work, 0);
        call.progress(0, total, title);
    }

    @Override
    public void update(int completed) {
        done += completed;
        call.progress(done, total, title);
    }

    @Override
    public void endTask() {}

    @Override
    public boolean isCancelled() {
        return call.cancelled();
    }

    @Override
    public void showDuration(boolean enabled) {}
}
