package io.github.mcpconnectors.git;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import java.util.List;

/** What a person can set. */
record GitSettings(
        @Positional("DIR...")
        @Description("Repositories, or directories that hold some, up to two levels below")
        @Default("")
        List<String> directories,

        @Description("The same as DIR, as other Git servers spell it") @Default("")
        List<String> repository,

        @Description("Also offer the tools that change a repository on this machine") @Default("false")
        boolean write,

        @Description("With --write, also offer what cannot be undone: discard, hard reset, forced deletion")
        @Default("false")
        boolean allowDestructive,

        @Description("Also open repositories that belong to another user") @Default("false")
        boolean trustOwner) {}
