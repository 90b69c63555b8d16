package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Range;
import java.util.List;

/** What a person can set. */
record FilesystemSettings(
        @Positional("DIR...") @Description("Directories that the tools may use, and everything below them") @Default("")
        List<String> directories,

        @Description("Also offer the tools that change files") @Default("false")
        boolean write,

        @Description("With --write, also offer delete_file") @Default("false")
        boolean allowDelete,

        @Description("With --write, also change what lies in .git") @Default("false")
        boolean allowGit,

        @Description("Time limit of one search or document, in seconds") @Range(min = 1, max = 3_600) @Default("40")
        int seconds) {}
