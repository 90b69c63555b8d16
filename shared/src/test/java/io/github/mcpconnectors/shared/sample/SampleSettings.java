package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Range;
import java.util.List;

record SampleSettings(
        @Positional("WORD...") @Description("Words") @Default("")
        List<String> words,

        @Description("Also offer erase") @Default("false") boolean write,

        @Description("Rows at most") @Range(min = 1, max = 100) @Default("10")
        int maxRows) {}
