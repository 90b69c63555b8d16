package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.database.RolePolicy;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Positional;
import io.github.mcpconnectors.shared.Range;
import io.github.mcpconnectors.shared.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person can set. */
record PostgresSettings(
        @Positional("URL...") @Description("Connection URLs, such as postgresql://user@host/database") @Default("")
        List<String> url,

        @Description("More databases, as name=url; a comma in the URL is %2C") @Default("")
        List<String> database,

        @Description("Also offer the tools that change rows") @Default("false")
        boolean write,

        @Description("Also offer the tools that change tables and settle sessions") @Default("false")
        boolean admin,

        @Description("Time limit of one statement, in seconds") @Range(min = 1, max = 3_600) @Default("30")
        int statementSeconds,

        @Description("Most rows of one result") @Range(min = 1, max = 100_000) @Default("1000")
        int maxRows,

        @Description("Most bytes of one result") @Range(min = 1_000, max = 10_000_000) @Default("100000")
        int maxResultBytes,

        @Description("Most rows of one export") @Range(min = 1, max = 100_000_000) @Default("1000000")
        int maxExportRows,

        @Description("Most bytes of all exports, kept for an hour")
        @Range(min = 1_000, max = 2_000_000_000)
        @Default("500000000")
        int maxExportBytes,

        @Description("Most connections to one database") @Range(min = 1, max = 100) @Default("5")
        int pool,

        @Description("Refuse a role that could do more than change rows, as on a network, or warn of it") @Nullable
        RolePolicy rolePolicy,

        @Description("SECURITY DEFINER functions that queries may call, as schema.name") @Default("")
        List<String> allowFunctions,

        @Description("Channels to follow, as [database:]name[=uri of a sample that they change]") @Default("")
        List<String> channel,

        @Description("YAML file with tools of your own") @Nullable
        String toolsFile,

        @Description("Password where the URL has none; also PGPASSWORD, .pgpass") @Secret @Nullable
        String password) {

    /** URLs may hold passwords too. */
    @Override
    public String toString() {
        return "PostgresSettings";
    }
}
