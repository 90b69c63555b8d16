package io.github.mcpconnectors.shared;

/** Something that is being watched, until it is closed; closing twice does nothing. */
public interface Watch extends AutoCloseable {

    /** Returns at once; what was under way may still be told one last time. */
    @Override
    void close();
}
