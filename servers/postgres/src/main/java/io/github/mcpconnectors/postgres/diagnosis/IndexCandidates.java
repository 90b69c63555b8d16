package io.github.mcpconnectors.postgres.diagnosis;

import io.github.mcpconnectors.postgres.catalog.TextArray;
import io.github.mcpconnectors.postgres.database.NewIndex;
import io.github.mcpconnectors.postgres.database.ReadSession;
import io.github.mcpconnectors.postgres.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Indexes that might spare a plan the reading of whole tables: on what its filters compare, and on what it sorts by. */
final class IndexCandidates {

    private static final double FEW = 0.2;
    private static final int EQUALITIES = 3;

    /** Names in the order of the table, and for each B-tree of whole columns its own. */
    private record Indexed(String schema, String name, List<String> columns, List<List<String>> indexes) {

        boolean isIndexed(List<String> wanted) {
            return indexes.stream()
                    .anyMatch(index -> index.size() >= wanted.size()
                            && index.subList(0, wanted.size()).equals(wanted));
        }
    }

    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname || '.' || c.relname = ? AND c.relkind IN ('r', 'm')
            """;

    private static final String INDEXES = """
            SELECT ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(i.indkey) WITH ORDINALITY k (attnum, place)
              JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum ORDER BY k.place)
            FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid JOIN pg_catalog.pg_am m ON m.oid = x.relam
            WHERE n.nspname || '.' || c.relname = ? AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
              AND m.amname = 'btree'
            """;

    private final ReadSession session;
    private final TableSizes sizes;
    private final Map<NewIndex, String> found = new LinkedHashMap<>();

    private IndexCandidates(ReadSession session, TableSizes sizes) {
        this.session = session;
        this.sizes = sizes;
    }

    /** Each with its reason. */
    static Map<NewIndex, String> in(PlanNode root, ReadSession session) {
        IndexCandidates candidates = new IndexCandidates(session, TableSizes.of(root, session));
        root.all().forEach(candidates::look);
        return candidates.found;
    }

    private void look(PlanNode node) {
        if (isLargeScan(node) && node.number("Plan Rows") <= sizes.rows(node.relation()) * FEW) {
            propose(node, List.of(), "filters " + node.relation() + " by " + node.text("Filter"));
        }
        if (node.type().equals("Limit") && only(node).type().equals("Sort") && isLargeScan(only(only(node)))) {
            List<String> keys = only(node).texts("Sort Key");
            propose(only(only(node)), keys, "takes the first rows by " + String.join(", ", keys));
        }
    }

    private boolean isLargeScan(PlanNode node) {
        return node.type().equals("Seq Scan") && sizes.rows(node.relation()) >= TableSizes.LARGE;
    }

    private static PlanNode only(PlanNode node) {
        return node.children().size() == 1 ? node.children().get(0) : new PlanNode(Map.of());
    }

    private void propose(PlanNode scan, List<String> sortKeys, String reason) {
        Indexed table = table(String.valueOf(scan.relation()));
        String filter = scan.text("Filter");
        if (filter.contains(" OR ")) {
            return;
        }
        List<String> columns = new ArrayList<>(table.columns.stream()
                .filter(compared(scan, "= "))
                .limit(EQUALITIES)
                .toList());
        if (sortKeys.isEmpty()) {
            table.columns.stream().filter(compared(scan, "[<>]=? ")).limit(1).forEach(columns::add);
        } else if (!addSorted(columns, sortKeys, scan, table)) {
            return;
        }
        if (!columns.isEmpty() && !table.isIndexed(columns)) {
            List<String> distinct = columns.stream().distinct().toList();
            found.putIfAbsent(NewIndex.plain(table.schema, table.name, distinct), reason);
        }
    }

    private Indexed table(String name) {
        List<List<String>> indexes = session.list(INDEXES, row -> TextArray.of(row, 1), name);
        return session
                .list(
                        COLUMNS,
                        row -> new Indexed(row.getString(1), row.getString(2), TextArray.of(row, 3), indexes),
                        name)
                .stream()
                .findFirst()
                .orElse(new Indexed("", "", List.of(), List.of()));
    }

    /** An index is read in both directions, so either is fine as long as all keys have the same. */
    private static boolean addSorted(List<String> columns, List<String> keys, PlanNode scan, Indexed table) {
        long descending = keys.stream().filter(key -> key.endsWith(" DESC")).count();
        for (String key : keys) {
            List<String> plain = table.columns.stream()
                    .filter(column -> key.matches(column(scan, column) + "( DESC)?"))
                    .toList();
            columns.addAll(plain);
            if (plain.isEmpty() || (descending > 0 && descending < keys.size())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the filter compares the column itself, perhaps cast, and no expression of it. */
    private static Predicate<String> compared(PlanNode scan, String operator) {
        return column -> Pattern.compile(
                        "(?<![\\w\"])" + column(scan, column) + "(?:\\)::[a-z ]+(?:\\(\\d+\\))?)? " + operator)
                .matcher(scan.text("Filter"))
                .find();
    }

    /** As the server writes it: in quotes only where they are needed. */
    private static String column(PlanNode scan, String column) {
        return either(scan.text("Alias")) + "\\." + either(column);
    }

    private static String either(String name) {
        return "(?:" + Pattern.quote(name) + "|" + Pattern.quote(Identifiers.quote(name)) + ")";
    }
}
