package io.github.mcpconnectors.shared.schema;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML as plain maps and lists; loaded only where a file is named. */
public final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** How a line ends below which a text begins. */
    private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?$");

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

    /** The content of a file, and where its values are: by path, such as a.b[0].c, the line of the key or list item. */
    public record Document(Object content, Map<String, Integer> lines, Map<String, Integer> textLines) {

        /** Of the value, or of the nearest one around it. */
        public int line(String path) {
            return nearest(lines, path);
        }

        /** The first line of a text, which may begin below its key. */
        public int textLine(String path) {
            return nearest(textLines.containsKey(path) ? textLines : lines, path);
        }

        private static int nearest(Map<String, Integer> lines, String path) {
            String at = path;
            while (!at.isEmpty() && !lines.containsKey(at)) {
                at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
            }
            return lines.getOrDefault(at, 1);
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

    public static Document document(byte[] utf8) throws NotYaml {
        Object content = read(utf8);
        Map<String, Integer> lines = new HashMap<>();
        Map<String, Integer> textLines = new HashMap<>();
        List<String> text = new String(utf8, StandardCharsets.UTF_8).lines().toList();
        try (JsonParser parser = MAPPER.createParser(utf8)) {
            while (parser.nextToken() != null) {
                String path = path(parser.streamReadContext());
                int line = parser.currentTokenLocation().getLineNr();
                lines.putIfAbsent(path, line);
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    textLines.put(path, endsInBlock(text, line) ? line + 1 : line);
                }
            }
            return new Document(content, lines, textLines);
        } catch (JacksonException e) {
            throw new NotYaml(e);
        }
    }

    /** YAML has line breaks that no other text has: a line may be missing. */
    private static boolean endsInBlock(List<String> lines, int line) {
        return line <= lines.size() && BLOCK.matcher(lines.get(line - 1)).find();
    }

    /** Of the value that this is inside of, or the key of. */
    private static String path(TokenStreamContext context) {
        TokenStreamContext parent = context.getParent();
        if (parent == null) {
            return "";
        }
        String around = path(parent);
        if (context.inArray()) {
            return context.hasCurrentIndex() ? around + "[" + context.getCurrentIndex() + "]" : around;
        }
        String name = context.currentName();
        return name == null ? around : around.isEmpty() ? name : around + "." + name;
    }
}
