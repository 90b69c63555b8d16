package io.github.mcpconnectors.shared.conformance;

import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.protocol.JsonSchemaTool;

/** Main. */
public final class ConformanceServer {

    /** It has no settings of its own. */
    record Settings() {}

    public static final Program<Settings> PROGRAM = new Program<>(
            "conformance",
            "Fixtures of the official conformance suite.",
            "--http 8080",
            Settings.class,
            ConformanceServer::connector);

    private ConformanceServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    static Connector connector(Settings settings) {
        WatchedCounter watched = new WatchedCounter();
        return Connector.named("conformance", "Conformance")
                .tools(
                        new ContentTools.SimpleText(),
                        new ContentTools.ImageContent(),
                        new ContentTools.AudioContent(),
                        new ContentTools.EmbeddedResource(),
                        new ContentTools.MultipleContentTypes(),
                        new JsonSchemaTool())
                .tools(
                        new WorkingTools.ToolWithLogging(),
                        new WorkingTools.LoggingTool(),
                        new WorkingTools.ToolWithProgress(),
                        new WorkingTools.ErrorHandling(),
                        new WorkingTools.CustomHeader(),
                        new ChangeWatchedResource(watched))
                .tools(
                        new AskingTools.Elicitation(),
                        new AskingTools.ElicitationDefaults(),
                        new AskingTools.ElicitationEnums(),
                        new AskingTools.StreamingElicitation(),
                        new AskingTools.Sampling(),
                        new AskingTools.MissingCapability())
                .tools(
                        new InputRequiredTools.OfPerson(),
                        new InputRequiredTools.OfModel(),
                        new InputRequiredTools.OfRoots(),
                        new InputRequiredTools.RequestState(),
                        new InputRequiredTools.MultipleInputs(),
                        new InputRequiredTools.MultiRound(),
                        new InputRequiredTools.TamperedState(),
                        new InputRequiredTools.Capabilities())
                .tools(ConformanceTasks.tools().toArray(ToolHandler<?, ?>[]::new))
                .resources(new Resources.StaticText(), new Resources.StaticBinary(), new Resources.Template(), watched)
                .prompts(
                        new Prompts.Simple(),
                        new Prompts.WithArguments(),
                        new Prompts.WithEmbeddedResource(),
                        new Prompts.WithImage(),
                        new Prompts.Asking())
                .build();
    }
}
