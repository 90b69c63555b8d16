package io.github.mcpconnectors.shared.command;

import java.io.InputStream;
import java.io.PrintStream;

/** The streams of the person at the command line. */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {}
