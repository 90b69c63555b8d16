package io.github.mcpconnectors.shared;

import java.util.Map;

/** A resource that can tell when it changes; clients subscribe to it. */
public interface WatchedResource extends ResourceHandler {

    /**
     * Throws a {@link ToolException} if this caller may not know of the resource, or if it does not exist. Asked when
     * somebody subscribes, and again before each note; by then NOT_FOUND is news, but DENIED is not to be told.
     */
    void admit(String uri, Map<String, String> variables, Caller caller);

    /**
     * Begins to watch, until closed.
     *
     * @param changed to be run, on any thread, whenever the contents may have changed; too often is fine, since notes are
     *     gathered before they are sent
     */
    Watch watch(String uri, Map<String, String> variables, Runnable changed);
}
