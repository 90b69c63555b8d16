package io.github.mcpconnectors.shared.transport.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A reply that remembers what was said, to a client that takes streams. */
final class Recorded implements Reply {

    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final List<Runnable> onGone = new CopyOnWriteArrayList<>();
    private volatile int status;

    /** 0 while there is none. */
    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    void hangUp() {
        onGone.forEach(Runnable::run);
    }

    private synchronized void start(int first, Map<String, String> more) {
        if (status == 0) {
            headers.putAll(more);
            status = first;
        }
    }

    @Override
    public void json(int code, byte[] json, Map<String, String> more) {
        start(code, more);
    }

    @Override
    public void empty(int code, Map<String, String> more) {
        start(code, more);
    }

    @Override
    public void event(byte[] json) {
        start(200, Map.of());
    }

    @Override
    public void open(Map<String, String> more) {
        start(200, more);
    }

    @Override
    public void end() {
        start(200, Map.of());
    }

    @Override
    public boolean acceptsStream() {
        return true;
    }

    @Override
    public void onGone(Runnable action) {
        onGone.add(action);
    }
}
