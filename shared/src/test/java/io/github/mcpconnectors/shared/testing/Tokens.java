package io.github.mcpconnectors.shared.testing;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.github.mcpconnectors.shared.schema.Json;
import java.util.List;
import java.util.Map;

/** Counts what a tool costs in every conversation: its name, description and input schema, in o200k tokens. */
final class Tokens {

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private Tokens() {}

    static int of(List<Map<String, Object>> definitions) {
        return definitions.stream().mapToInt(Tokens::of).sum();
    }

    private static int of(Map<String, Object> tool) {
        String text = tool.get("name") + "\n" + tool.get("description") + "\n" + Json.text(tool.get("inputSchema"));
        return ENCODING.countTokensOrdinary(text);
    }
}
