package io.github.mcpconnectors.postgres;

import io.github.mcpconnectors.postgres.catalog.ColumnDetails;
import io.github.mcpconnectors.postgres.catalog.DatabaseObject;
import io.github.mcpconnectors.postgres.catalog.Keys;
import io.github.mcpconnectors.postgres.catalog.Keys.ForeignKey;
import io.github.mcpconnectors.postgres.catalog.ObjectKind;
import io.github.mcpconnectors.postgres.catalog.Page;
import io.github.mcpconnectors.postgres.catalog.Relation;
import io.github.mcpconnectors.postgres.database.ReadSession;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tables with their columns, keys and relations, as Mermaid draws them (mermaid.js.org/syntax/entityRelationshipDiagram). */
final class SchemaDiagram {

    private static final int TABLES = 50;
    private static final int CHARS = 50_000;

    /** What Mermaid's words and texts in quotes cannot hold. */
    private static final String NOT_IN_WORDS = "[^A-Za-z0-9_()\\[\\]\\u00C0-\\uFFFF-]";

    /** It reads pk, fk and uk as keys wherever they begin a word. */
    private static final String WORD = "(?i)(?![pfu]k(?![a-z0-9_]))[a-z_\\u00C0-\\uFFFF].*";

    private static final String NOT_IN_QUOTES = "[\"%\\\\\\p{Cntrl}]";

    private final @Nullable String schema;
    private final StringBuilder text = new StringBuilder("erDiagram\n");

    private SchemaDiagram(@Nullable String schema) {
        this.schema = schema;
    }

    /** Of one schema, or of all that are not the system's own. */
    static String of(ReadSession session, @Nullable String schema) {
        SchemaDiagram diagram = new SchemaDiagram(schema);
        var tables = new DatabaseObject.Choice(schema, List.of(ObjectKind.TABLE), null, false, false);
        Page<DatabaseObject> page = DatabaseObject.list(session, tables, TABLES, null);
        int drawn = 0;
        for (DatabaseObject table : page.items()) {
            if (diagram.text.length() < CHARS) {
                diagram.draw(session, Relation.find(session, table.schema(), table.name()));
                drawn++;
            }
        }
        if (page.nextCursor() != null || drawn < page.items().size()) {
            diagram.text.append("  %% only the first ").append(drawn).append(" tables are drawn\n");
        }
        return diagram.text.toString();
    }

    private void draw(ReadSession session, Relation table) {
        List<ColumnDetails> columns = ColumnDetails.of(session, table);
        Keys keys = Keys.of(session, table);
        String entity = entity(table.schema(), table.name());
        text.append("  ").append(entity).append(" {\n");
        columns.forEach(
                column -> text.append("    ").append(attribute(column, keys)).append('\n'));
        text.append("  }\n");
        for (ForeignKey key : keys.foreignKeys()) {
            boolean optional = columns.stream()
                    .anyMatch(column -> column.nullable() && key.columns().contains(column.name()));
            boolean single = key.columns().equals(keys.primaryKey());
            text.append("  ")
                    .append(entity(key.schema(), key.table()))
                    .append(optional ? " |o--" : " ||--")
                    .append(single ? "o| " : "o{ ")
                    .append(entity)
                    .append(" : ")
                    .append(quoted(String.join(", ", key.columns())))
                    .append('\n');
        }
    }

    private String entity(String itsSchema, String name) {
        return quoted(Objects.equals(itsSchema, schema) ? name : itsSchema + "." + name);
    }

    private static String attribute(ColumnDetails column, Keys keys) {
        boolean primary = keys.primaryKey().contains(column.name());
        boolean foreign =
                keys.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        String name = word(column.name());
        return word(column.type().replaceAll("\\(.*?\\)", ""))
                + " " + name
                + (primary && foreign ? " PK, FK" : primary ? " PK" : foreign ? " FK" : "")
                + (name.equals(column.name()) ? "" : " " + quoted(column.name()));
    }

    private static String word(String name) {
        String word = name.replaceAll(NOT_IN_WORDS, "_");
        return word.matches(WORD) ? word : "_" + word;
    }

    private static String quoted(String name) {
        return '"' + name.replaceAll(NOT_IN_QUOTES, "_") + '"';
    }
}
