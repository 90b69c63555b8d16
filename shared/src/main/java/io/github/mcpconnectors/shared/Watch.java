package io.github.mcpconnectors.shared;

/** Something that is being watched, until it is closed; closing twice does nothing more. */
public interface Watch extends AutoCloseable {

    @Override
    void close();
}
