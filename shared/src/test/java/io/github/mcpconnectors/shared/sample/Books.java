package io.github.mcpconnectors.shared.sample;

import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ListedResource;
import io.github.mcpconnectors.shared.Resource;
import io.github.mcpconnectors.shared.ResourceContent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@Resource(
        uri = "sample://books/{title}",
        name = "books",
        title = "Books",
        description = "One shelf can be seen, the other cannot.",
        mimeType = "text/plain")
final class Books implements ListedResource {

    @Override
    public Listing list(Call call) {
        List<Entry> entries = Stream.of("Emma", "Walden", "Dracula")
                .map(title -> new Entry("sample://books/" + title, title, "The book " + title))
                .toList();
        return new Listing(entries, List.of("The upper shelf is out of reach."));
    }

    @Override
    public List<ResourceContent> read(String uri, Map<String, String> variables, Call call) {
        return List.of(ResourceContent.text(uri, "text/plain", String.valueOf(variables.get("title"))));
    }

    @Override
    public List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return List.of(typed + " after " + chosen);
    }
}
