package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What kind of statement tokens are, and which kinds may run where nothing may change. */
final class StatementKind {

    private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    /** They tell where the database's files, libraries, logs and neighbours are, or the commands that it runs. */
    private static final Set<String> HOST_SETTINGS = Set.of(
            "all",
            // files and directories
            "config_file",
            "hba_file",
            "ident_file",
            "external_pid_file",
            "data_directory",
            "data_directory_mode",
            "unix_socket_directories",
            "stats_temp_directory",
            "extension_destdir",
            "extension_control_path",
            "dynamic_library_path",
            "promote_trigger_file",
            "krb_server_keyfile",
            "oauth_validator_libraries",
            // certificates
            "ssl_ca_file",
            "ssl_cert_file",
            "ssl_crl_dir",
            "ssl_crl_file",
            "ssl_dh_params_file",
            "ssl_key_file",
            "ssl_passphrase_command",
            // logs
            "log_directory",
            "log_filename",
            "log_destination",
            "syslog_ident",
            "event_source",
            // commands and libraries
            "archive_command",
            "archive_library",
            "archive_cleanup_command",
            "recovery_end_command",
            "restore_command",
            "jit_provider",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            // the network
            "listen_addresses",
            "primary_conninfo",
            "primary_slot_name");

    private StatementKind() {}

    static String root(List<Token> tokens) {
        return root(tokens, 0);
    }

    private static String root(List<Token> tokens, int from) {
        int i = from;
        while (i < tokens.size() && tokens.get(i).isSymbol("(")) {
            i++;
        }
        return i < tokens.size() && tokens.get(i).kind() == Kind.WORD
                ? tokens.get(i).text()
                : "";
    }

    static void requireRead(List<Token> tokens) {
        String root = root(tokens);
        if (root.equals("show")) {
            requireHarmlessSetting(tokens);
        } else if (root.equals("explain")) {
            requireExplainedQuery(tokens);
        } else if (!QUERIES.contains(root)) {
            throw notReading(root);
        }
        requireNoLockAndNoNewTable(tokens);
    }

    static boolean isExplainable(List<Token> tokens) {
        String root = root(tokens);
        return QUERIES.contains(root) || CHANGES.contains(root);
    }

    static void requireExplainable(List<Token> tokens) {
        if (!isExplainable(tokens)) {
            throw Refusals.denied(
                    "Only SELECT, WITH, VALUES, TABLE, INSERT, UPDATE, DELETE and MERGE have a plan. Pass the"
                            + " statement without EXPLAIN in front of it.");
        }
    }

    private static void requireExplainedQuery(List<Token> tokens) {
        int i = tokens.indexOf(tokens.stream()
                        .filter(token -> token.isWord("explain"))
                        .findFirst()
                        .orElseThrow())
                + 1;
        if (isOption(tokens, i)) {
            // in parentheses, where each option has a name and perhaps a value
            for (i++; i < tokens.size() && !tokens.get(i).isSymbol(")"); i++) {
                requireNoAnalyze(tokens.get(i));
            }
            i++;
        } else if (i < tokens.size()) {
            requireNoAnalyze(tokens.get(i));
            i += tokens.get(i).isWord("verbose") ? 1 : 0;
        }
        if (!QUERIES.contains(root(tokens, i))) {
            throw notReading("explain");
        }
    }

    /** Whether the parenthesis opens options and not a query. */
    private static boolean isOption(List<Token> tokens, int i) {
        return i < tokens.size() && tokens.get(i).isSymbol("(") && !QUERIES.contains(root(tokens, i));
    }

    private static void requireNoAnalyze(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        if (text.equals("analyze") || text.equals("analyse")) {
            throw Refusals.denied(
                    "EXPLAIN ANALYZE runs the statement. Leave ANALYZE out; a tool for plans may offer it.");
        }
    }

    private static void requireHarmlessSetting(List<Token> tokens) {
        StringBuilder name = new StringBuilder();
        tokens.stream().skip(1).forEach(token -> name.append(token.text()));
        // Settings are looked up without regard to case, even in quotes.
        if (HOST_SETTINGS.contains(name.toString().toLowerCase(Locale.ROOT))) {
            throw Refusals.denied(
                    "SHOW " + name + " tells how the database's host is laid out, which is not shown here."
                            + " Other settings are, one at a time.");
        }
    }

    /** The server stops these in a read-only transaction too, but does not say what to do instead. */
    private static void requireNoLockAndNoNewTable(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token before = tokens.get(i - 1);
            if (before.isSymbol(".") || before.isWord("as")) {
                continue; // a name, whatever it says
            }
            if (tokens.get(i).isWord("into") && !before.isWord("insert") && !before.isWord("merge")) {
                throw Refusals.denied("SELECT INTO makes a table. Leave INTO out to get the rows themselves.");
            }
            if (tokens.get(i).isWord("for") && locks(tokens, i + 1)) {
                throw Refusals.denied("FOR UPDATE and FOR SHARE lock rows. Leave them out: reading needs no locks.");
            }
        }
    }

    private static boolean locks(List<Token> tokens, int i) {
        return starts(tokens, i, "update")
                || starts(tokens, i, "share")
                || starts(tokens, i, "key", "share")
                || starts(tokens, i, "no", "key", "update");
    }

    private static boolean starts(List<Token> tokens, int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (from + i >= tokens.size() || !tokens.get(from + i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    private static RuntimeException notReading(String root) {
        return Refusals.denied(
                (root.isEmpty() ? "This" : root.toUpperCase(Locale.ROOT)) + " is not allowed here: begin with"
                        + " SELECT, WITH, VALUES, TABLE, SHOW, or EXPLAIN without ANALYZE in front of one of the first four.");
    }
}
