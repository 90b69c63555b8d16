package io.github.mcpconnectors.shared;

import java.util.List;
import java.util.Map;

/** One prompt: a record of arguments, all of them text, in; what the person would say to the model out. */
public interface PromptHandler<I extends Record> {

    List<Content> render(I input, Call call);

    /**
     * Values for an argument that begin with what was typed, best first; the protocol layer cuts at 100.
     *
     * @param chosen other arguments that have a value already
     */
    default List<String> complete(String argument, String typed, Map<String, String> chosen, Call call) {
        return List.of();
    }
}
