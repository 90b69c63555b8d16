package io.github.mcpconnectors.shared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything one server offers: what {@code XServer} hands to the {@link Launcher}, its table of contents. */
public final class Connector {

    private final String name;
    private final String title;
    private final String instructions;
    private final List<ToolHandler<?, ?>> tools;
    private final List<ResourceHandler> resources;
    private final List<PromptHandler<?>> prompts;
    private final Map<String, List<String>> choices;
    private final boolean describesResults;
    private final List<Check> checks;
    private final List<String> warnings;

    private Connector(Builder builder, List<ToolHandler<?, ?>> tools) {
        this.name = builder.name;
        this.title = builder.title;
        this.instructions = builder.instructions;
        this.tools = List.copyOf(tools);
        this.resources = List.copyOf(builder.resources);
        this.prompts = List.copyOf(builder.prompts);
        this.choices = Map.copyOf(builder.choices);
        this.describesResults = builder.describesResults;
        this.checks = List.copyOf(builder.checks);
        this.warnings = List.copyOf(builder.warnings);
    }

    /** The name is the X of mcp-X.jar and MCP_X_ variables. */
    public static Builder named(String name, String title) {
        return new Builder(name, title);
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    /** What a model should know before it uses the tools; short, it costs tokens in every conversation. */
    public String instructions() {
        return instructions;
    }

    public List<ToolHandler<?, ?>> tools() {
        return tools;
    }

    /** In a map of its own that may be changed, in the order in which they are shown. */
    Map<String, ToolHandler<?, ?>> toolsByName() {
        Map<String, ToolHandler<?, ?>> byName = new LinkedHashMap<>();
        tools.forEach(tool -> byName.put(ToolInfo.of(tool).name(), tool));
        return byName;
    }

    public List<ResourceHandler> resources() {
        return resources;
    }

    public List<PromptHandler<?>> prompts() {
        return prompts;
    }

    /** The values of arguments that all tools and prompts share, by the argument's name. */
    public Map<String, List<String>> choices() {
        return choices;
    }

    /** Whether the list of tools has output schemas. */
    public boolean describesResults() {
        return describesResults;
    }

    public List<Check> checks() {
        return checks;
    }

    /** What the person who starts the server should know; told on stderr. */
    public List<String> warnings() {
        return warnings;
    }

    /** The same server with these tools only. */
    Connector withTools(Collection<ToolHandler<?, ?>> chosen) {
        Builder builder = new Builder(name, title).instructions(instructions);
        builder.resources.addAll(resources);
        builder.prompts.addAll(prompts);
        builder.choices.putAll(choices);
        builder.describesResults = describesResults;
        builder.checks.addAll(checks);
        builder.warnings.addAll(warnings);
        return new Connector(builder, List.copyOf(chosen));
    }

    /** Collects what a server offers, in the order in which it is shown. */
    public static final class Builder {

        private final String name;
        private final String title;
        private String instructions = "";
        private final List<ToolHandler<?, ?>> tools = new ArrayList<>();
        private final Set<String> toolNames = new LinkedHashSet<>();
        private final List<ResourceHandler> resources = new ArrayList<>();
        private final List<PromptHandler<?>> prompts = new ArrayList<>();
        private final Map<String, List<String>> choices = new LinkedHashMap<>();
        private boolean describesResults = true;
        private final List<Check> checks = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        private Builder(String name, String title) {
            this.name = name;
            this.title = title;
        }

        public Builder instructions(String text) {
            this.instructions = text;
            return this;
        }

        public Builder tools(ToolHandler<?, ?>... handlers) {
            return tools(List.of(handlers));
        }

        public Builder tools(Collection<? extends ToolHandler<?, ?>> handlers) {
            return toolsIf(true, handlers);
        }

        /** Tools that exist only where they are allowed. */
        public Builder toolsIf(boolean allowed, ToolHandler<?, ?>... handlers) {
            return toolsIf(allowed, List.of(handlers));
        }

        private Builder toolsIf(boolean allowed, Collection<? extends ToolHandler<?, ?>> handlers) {
            handlers.forEach(handler -> toolNames.add(ToolInfo.of(handler).name()));
            tools.addAll(allowed ? handlers : List.of());
            return this;
        }

        /** Of all tools until now, also of those that are not allowed. */
        public Set<String> toolNames() {
            return Set.copyOf(toolNames);
        }

        public Builder resources(ResourceHandler... handlers) {
            resources.addAll(List.of(handlers));
            return this;
        }

        public Builder prompts(PromptHandler<?>... handlers) {
            prompts.addAll(List.of(handlers));
            return this;
        }

        /** Without output schemas a list of many tools is half as long; results have the same fields. */
        public Builder describeResults(boolean describe) {
            describesResults = describe;
            return this;
        }

        /**
         * The values of an argument that several tools and prompts have and that only the settings know, such as which
         * account. Callers must choose one of several; where there is no choice they are not told of the argument.
         */
        public Builder choice(String argument, List<String> values) {
            choices.put(argument, List.copyOf(values));
            return this;
        }

        public Builder check(Check check) {
            checks.add(check);
            return this;
        }

        public Builder warnings(List<String> texts) {
            warnings.addAll(texts);
            return this;
        }

        public Connector build() {
            return new Connector(this, tools);
        }
    }

    /** Of the jar this server came in; null when it runs from classes. */
    static @Nullable String version() {
        return Connector.class.getPackage().getImplementationVersion();
    }
}
