package io.github.mcpconnectors.shared;

import java.util.List;

/** One prompt: a record of arguments, all of them text, in; what the person would say to the model out. */
public interface PromptHandler<I extends Record> {

    List<Content> render(I input, Call call);

    /** Values for an argument that begin with what was typed, best first; the protocol layer cuts at 100. */
    default List<String> complete(String argument, String typed, Call call) {
        return List.of();
    }
}
