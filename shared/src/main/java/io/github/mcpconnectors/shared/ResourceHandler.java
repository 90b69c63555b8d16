package io.github.mcpconnectors.shared;

import java.util.List;
import java.util.Map;

/** One resource or template: a URI in, contents out. */
public interface ResourceHandler {

    /**
     * The contents, never empty: what does not exist is a {@link ToolException} NOT_FOUND.
     *
     * @param variables of the template, percent-decoded; empty for a plain resource
     */
    List<ResourceContent> read(String uri, Map<String, String> variables, Call call);

    /**
     * Values for a template variable that begin with what was typed, best first; the protocol layer cuts at 100.
     *
     * @param chosen other variables of the template that have a value already
     */
    default List<String> complete(String variable, String typed, Map<String, String> chosen, Call call) {
        return List.of();
    }
}
