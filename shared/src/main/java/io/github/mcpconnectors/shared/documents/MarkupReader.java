package io.github.mcpconnectors.shared.documents;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of an XML part on their way to the parser, which gathers a whole tag, comment or CDATA section before
 * it shows it to anyone: their length is bounded here, and a document type never reaches it.
 */
final class MarkupReader extends FilterReader {

    private static final int MAX_TOKEN = 1 << 20;
    /** Long enough to tell a comment and a CDATA section from a document type. */
    private static final int OPENING = 4;

    private enum State {
        PLAIN,
        OPENING,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private State state = State.PLAIN;
    private int length;
    private char last;
    private char beforeLast;
    private final StringBuilder opening = new StringBuilder();

    MarkupReader(InputStream in) throws IOException {
        super(decoded(new BufferedInputStream(in, 1 << 14)));
    }

    /** Office writes UTF-8; the declaration is not asked, since an odd encoding could hide markup from this reader. */
    private static Reader decoded(BufferedInputStream in) throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        int third = in.read();
        Charset charset = StandardCharsets.UTF_8;
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            charset = StandardCharsets.UTF_16;
            in.reset();
        } else if (first != 0xEF || second != 0xBB || third != 0xBF) {
            in.reset();
        }
        return new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int read = super.read(target, offset, count);
        for (int i = offset; i < offset + read; i++) {
            pass(target[i]);
        }
        return read;
    }

    private void pass(char c) {
        if (++length > MAX_TOKEN) {
            throw Problem.tooLarge("a single piece of it is longer than any program writes.");
        }
        switch (state) {
            case PLAIN -> {
                // a raw < is nowhere allowed within a tag, so this is always the start of one
                if (c == '<') {
                    enter(State.OPENING);
                }
            }
            case OPENING -> open(c);
            case COMMENT -> leaveAt(c == '>' && last == '-' && beforeLast == '-');
            case CDATA -> leaveAt(c == '>' && last == ']' && beforeLast == ']');
            case INSTRUCTION -> leaveAt(c == '>' && last == '?');
        }
        beforeLast = last;
        last = c;
    }

    private void open(char c) {
        opening.append(c);
        if (opening.charAt(0) == '?') {
            enter(State.INSTRUCTION);
        } else if (opening.charAt(0) != '!') {
            enter(c == '<' ? State.OPENING : State.PLAIN);
        } else if (opening.length() == OPENING - 1) {
            enter(kind(opening.toString()));
        }
    }

    private static State kind(String opening) {
        return switch (opening) {
            case "!--" -> State.COMMENT;
            case "![C" -> State.CDATA;
            default ->
                throw Problem.invalid(
                        "The document declares a document type or entities of its own, as only an attack does.");
        };
    }

    private void leaveAt(boolean end) {
        if (end) {
            enter(State.PLAIN);
        }
    }

    private void enter(State next) {
        state = next;
        length = 0;
        opening.setLength(0);
    }
}
