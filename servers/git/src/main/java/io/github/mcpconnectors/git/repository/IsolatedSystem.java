package io.github.mcpconnectors.git.repository;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** What JGit sees of the system: of the user's config and git's variables only who commits, nothing of the system's. */
final class IsolatedSystem extends SystemReader.Delegate {

    private static final IsolatedSystem INSTANCE = new IsolatedSystem(SystemReader.getInstance());

    private IsolatedSystem(SystemReader real) {
        super(real);
    }

    /** For the whole process, since JGit knows one system only. */
    static void install() {
        if (SystemReader.getInstance() != INSTANCE) {
            SystemReader.setInstance(INSTANCE);
            Unsigned.install();
            limitMemory();
        }
    }

    /** What packs may take, and above which size a file is read piece by piece and any other object is refused. */
    private static void limitMemory() {
        WindowCacheConfig limits = new WindowCacheConfig();
        limits.setPackedGitLimit(64 * WindowCacheConfig.MB);
        limits.setStreamFileThreshold(16 * WindowCacheConfig.MB);
        limits.setExposeStatsViaJmx(false);
        limits.install();
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") && !Identity.VARIABLES.contains(variable) ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new OfUser(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    /** A config without a file. */
    private static class Empty extends FileBasedConfig {

        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        /**
         * How fine the times of files are. JGit would measure that for seconds, with files that it creates in .git; we say
         * that they are as coarse as any, so that files changed just now are compared by content.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem") && name.equals("timestampResolution")
                    ? unit.convert(FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION)
                    : otherwise;
        }

        @Override
        public String toString() {
            return "no config";
        }
    }

    /** Who the user is, as of now, so that whoever was told to set a name need not start the server again. */
    private static final class OfUser extends Empty {

        OfUser(@Nullable Config parent, FS fs) {
            super(parent, fs);
        }

        @Override
        public boolean isOutdated() {
            return true;
        }

        @Override
        public void load() {
            clear();
            Identity.ofUser().forEach((key, value) -> setString("user", null, key, value));
        }
    }
}
