package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Arguments;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Connector;
import io.github.mcpconnectors.shared.DeclaredTool;
import io.github.mcpconnectors.shared.Launcher;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.Program;
import io.github.mcpconnectors.shared.ToolHandler;
import io.github.mcpconnectors.shared.ToolInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Main: two tools of one class, and one that asks. */
public final class DeclaredServer {

    record Said(String text) {}

    private record Saying(String name, Map<String, Object> rule) implements ToolHandler<Arguments, Said>, DeclaredTool {

        @Override
        public ToolInfo info() {
            return ToolInfo.reading(name, "Say", "Says what it is told to say.");
        }

        @Override
        public Map<String, Object> inputSchema() {
            return schema(rule);
        }

        @Override
        public Map<String, Object> outputSchema(Map<String, Object> ofRecord) {
            Map<String, Object> schema = new LinkedHashMap<>(ofRecord);
            schema.put("title", name);
            return schema;
        }

        @Override
        public Said call(Arguments arguments, Call call) {
            return new Said(name + " " + arguments.values());
        }
    }

    private record Forgetting() implements ConfirmedTool<Arguments, String, Said>, DeclaredTool {

        @Override
        public ToolInfo info() {
            return ToolInfo.changing("forget", "Forget", "Forgets what it is told to forget.");
        }

        @Override
        public Map<String, Object> inputSchema() {
            return schema(Map.of("type", "string"));
        }

        @Override
        public Plan<String> plan(Arguments arguments, Call call) {
            String what = String.valueOf(arguments.values().get("what"));
            return Plan.ask(what, "Forget " + what + "?", what);
        }

        @Override
        public Said apply(Arguments arguments, String what, Call call) {
            return new Said("forgot " + what);
        }
    }

    private static final Program<SampleSettings> PROGRAM =
            new Program<>("declared", "Tools made of data.", "", SampleSettings.class, DeclaredServer::connector);

    private DeclaredServer() {}

    public static void main(String[] args) {
        Launcher.run(PROGRAM, args);
    }

    private static Map<String, Object> schema(Map<String, Object> rule) {
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of("what", rule),
                "required",
                List.of("what"),
                "additionalProperties",
                false);
    }

    private static Connector connector(SampleSettings settings) {
        return Connector.named("declared", "Declared")
                .tools(
                        new Saying("say_number", Map.of("type", "integer", "maximum", 9)),
                        new Saying("say_word", Map.of("type", "string", "default", "hm")))
                .toolsIf(settings.write(), new Forgetting())
                .build();
    }
}
