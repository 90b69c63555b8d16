package io.github.mcpconnectors.shared;

import java.util.Map;

/**
 * A resource that can tell when it changes. The protocol layer asks whether a caller may subscribe, watches while anybody
 * does, and gathers what it is told into few notes.
 */
public interface WatchedResource extends ResourceHandler {

    /**
     * Throws a {@link ToolException} if this caller may not know of the resource, or if it does not exist. Asked when the
     * caller subscribes, and again before each note: DENIED then keeps the note back, while NOT_FOUND is news.
     *
     * @param variables as for {@link #read}
     */
    void admit(String uri, Map<String, String> variables, Caller caller);

    /**
     * Begins to watch, until closed.
     *
     * @param variables as for {@link #read}
     * @param changed runs on any thread, at once, whenever the contents may have changed; too often is fine
     */
    Watch watch(String uri, Map<String, String> variables, Runnable changed);
}
