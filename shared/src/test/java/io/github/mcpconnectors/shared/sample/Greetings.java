package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.ToolException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Resource(
        uri = "sample://{language}/to/{+whom}",
        name = "greetings",
        title = "Greetings",
        description = "A greeting in a language.")
final class Greetings implements ResourceHandler {

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        if (!"en".equals(variables.get("language"))) {
            throw new ToolException(ToolException.Reason.NOT_FOUND, "Only en is spoken here.");
        }
        return List.of(ResourceContent.text(uri, "text/plain", "Hello " + variables.get("whom")));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return variable.equals("language")
                ? Stream.of("en", "eo").filter(word -> word.startsWith(typed)).toList()
                : IntStream.range(0, 150).mapToObj(number -> typed + number).toList();
    }
}
