package io.github.mcpconnectors.postgres.database;

/** How a statement is explained: whether it is run, and what is told besides. Buffers are those of planning, too. */
public record Explain(boolean analyze, boolean buffers, boolean settings) {

    /** Without running it. */
    public static final Explain PLAN = new Explain(false, false, false);

    String options() {
        return (analyze ? ", ANALYZE" : "")
                + (buffers ? ", BUFFERS" : analyze ? ", BUFFERS off" : "")
                + (settings ? ", SETTINGS" : "");
    }
}
