package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.DirectoryCheck;
import io.github.mcpconnectors.filesystem.sandbox.Root;
import io.github.mcpconnectors.filesystem.sandbox.Roots;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.shared.Check;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.StartException;
import java.util.ArrayList;
import java.util.List;

/** The filesystem server: its table of contents. */
public final class FilesystemServer {

    static final Program<FilesystemSettings> PROGRAM = new Program<>(
            "filesystem",
            "Lets a model read, search and, if you say so, change files inside the directories that you name.",
            "--write /home/me/project",
            FilesystemSettings.class,
            FilesystemServer::connector);

    private FilesystemServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    static Connector connector(FilesystemSettings settings) {
        List<String> warnings = new ArrayList<>();
        Sandbox sandbox = new Sandbox(roots(settings, warnings), settings.allowGit());
        SandboxWriter writer = new SandboxWriter(sandbox);
        TextFiles texts = new TextFiles(sandbox);
        return Connector.named("filesystem", "Secure MCP Filesystem Server")
                .instructions("Paths are absolute, or relative to the first allowed directory. Large results come in"
                        + " parts: follow nextOffset or nextCursor.")
                .tools(
                        new ReadTextFile(texts),
                        new ReadMultipleFiles(texts),
                        new ReadMediaFile(sandbox),
                        new ReadDocument(new DocumentFiles(sandbox, settings)),
                        new ListDirectory(sandbox),
                        new ListDirectoryWithSizes(sandbox),
                        new DirectoryTree(sandbox),
                        new SearchFiles(sandbox),
                        new SearchContent(sandbox, settings),
                        new GetFileInfo(texts),
                        new CompareFiles(texts),
                        new ListAllowedDirectories(sandbox, settings))
                .toolsIf(
                        settings.write(),
                        new WriteFile(sandbox, writer),
                        new EditFile(sandbox, writer),
                        new CreateDirectory(sandbox, writer),
                        new CopyFile(sandbox, writer),
                        new MoveFile(sandbox, writer))
                .toolsIf(settings.write() && settings.allowDelete(), new DeleteFile(sandbox, writer))
                .resources(new AllowedDirectories(sandbox), new FileContents(texts))
                .prompts(new ExplainProject(), new ReviewFile(), new FindInFiles())
                .warnings(warnings)
                .check(new Check("directories", () -> new DirectoryCheck(sandbox, warnings).look()))
                .build();
    }

    /** Starts without any directory too, so that its tools can be listed; each call then says what is missing. */
    private static List<Root> roots(FilesystemSettings settings, List<String> warnings) {
        if (settings.directories().isEmpty()) {
            warnings.add("Usage: mcp-filesystem [allowed-directory] [additional-directories...]");
            warnings.add("At least one directory must be provided for the tools to work.");
        }
        if (!settings.write() && (settings.allowDelete() || settings.allowGit())) {
            warnings.add("--allow-delete and --allow-git do nothing without --write");
        }
        List<Root> roots = Roots.open(settings.directories(), warnings::add);
        if (roots.isEmpty() && !settings.directories().isEmpty()) {
            warnings.add("Error: None of the specified directories are accessible");
            throw new StartException(1, String.join("\n", warnings));
        }
        return roots;
    }
}
