package io.github.mcpconnectors.shared.schema;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML as plain maps and lists; loaded only where a file is named. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The text is no YAML; the message says in which line. */
    public static final class NotYaml extends Exception {

        private static final long serialVersionUID = 1L;

        NotYaml(JacksonException cause) {
            super(
                    (cause.getLocation() == null
                                    ? ""
                                    : "line " + cause.getLocation().getLineNr() + ": ")
                            + cause.getOriginalMessage().lines().findFirst().orElse(""),
                    cause);
        }
    }

    private Yaml() {}

    /** Maps, lists, texts, numbers or booleans; an empty map for an empty file. */
    public static Object read(byte[] utf8) throws NotYaml {
        try {
            JsonNode node = MAPPER.readTree(utf8);
            return node.isMissingNode() || node.isNull() ? Map.of() : MAPPER.treeToValue(node, Object.class);
        } catch (JacksonException e) {
            throw new NotYaml(e);
        }
    }
}
