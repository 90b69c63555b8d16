package io.github.mcpconnectors.postgres.declared;

import io.github.mcpconnectors.postgres.database.Databases;
import io.github.mcpconnectors.postgres.database.Rows;
import io.github.mcpconnectors.shared.Check;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.YamlFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tools that a file declares. Ends the start with all that is wrong in the file, if anything is. */
public final class DeclaredTools {

    private record ToolsFile(List<Map<String, Object>> tools) {}

    private record Found(String path, DeclaredStatement statement) {}

    private final YamlFile file;
    private final Databases databases;
    private final boolean write;
    private final List<Found> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private DeclaredTools(YamlFile file, Databases databases, boolean write) {
        this.file = file;
        this.databases = databases;
        this.write = write;
    }

    /** Those of this file; adds nothing without one. */
    public static void add(@Nullable String file, Databases databases, boolean write, Connector.Builder connector) {
        if (file != null) {
            new DeclaredTools(YamlFile.read(file), databases, write).addTo(connector);
        }
    }

    private void addTo(Connector.Builder connector) {
        read(new HashSet<>(connector.toolNames()));
        Description description = new Description(file, databases);
        found.forEach(tool -> add(tool, description, connector));
        file.requireNoProblem();
        connector.warnings(warnings).warnings(description.warnings());
    }

    private void read(Set<String> taken) {
        List<Map<String, Object>> tools =
                file.as(ToolsFile.class).map(ToolsFile::tools).orElse(List.of());
        for (int i = 0; i < tools.size(); i++) {
            String path = "tools[" + i + "]";
            file.at(path, tools.get(i), Declaration.class).ifPresent(tool -> check(path, tool, taken));
        }
    }

    private void check(String path, Declaration tool, Set<String> taken) {
        if (!taken.add(tool.name())) {
            file.problem(path + ".name", "There is another tool named \"" + tool.name() + "\"; choose another name.");
        }
        new DeclarationCheck(file, path, tool).check().ifPresent(statement -> found.add(new Found(path, statement)));
    }

    private void add(Found tool, Description description, Connector.Builder connector) {
        DeclaredStatement statement = tool.statement();
        String name = statement.declaration().name();
        boolean reads = statement.declaration().access() == Access.READ;
        List<Rows.Column> columns = description.columns(tool.path(), statement);
        if (reads) {
            connector.tools(new DeclaredQuery(statement, databases, columns));
        } else {
            connector.toolsIf(write, new DeclaredChange(statement, databases));
        }
        if (!reads && !write) {
            warnings.add(file.where(tool.path()) + ": " + name + " changes rows, so it is there with --write only");
        } else {
            connector.check(new Check("tool " + name, () -> description.sentence(statement)));
        }
    }
}
