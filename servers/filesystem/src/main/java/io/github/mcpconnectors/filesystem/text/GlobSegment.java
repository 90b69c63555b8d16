package io.github.mcpconnectors.filesystem.text;

import java.util.ArrayList;
import java.util.List;

/** The pattern for one name of a path; matches in time proportional to name times pattern, whatever the pattern. */
final class GlobSegment {

    static final GlobSegment ANYTHING = parse("*");
    /** Any number of names; told from every other pattern by identity. */
    static final GlobSegment GLOBSTAR = new GlobSegment(List.of());

    /** What may stand at one place of a name. */
    private sealed interface Token {

        boolean accepts(int codePoint);
    }

    private record Literal(int wanted) implements Token {

        @Override
        public boolean accepts(int codePoint) {
            return codePoint == wanted;
        }
    }

    /** {@code ?}. */
    private record AnyOne() implements Token {

        @Override
        public boolean accepts(int codePoint) {
            return true;
        }
    }

    /** {@code *}: any number of any. */
    private record Star() implements Token {

        @Override
        public boolean accepts(int codePoint) {
            return true;
        }
    }

    private record OneOf(GlobClass set) implements Token {

        @Override
        public boolean accepts(int codePoint) {
            return set.contains(codePoint);
        }
    }

    private final List<Token> tokens;

    private GlobSegment(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    static GlobSegment parse(String pattern) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < pattern.length()) {
            int c = pattern.codePointAt(i);
            int next = i + Character.charCount(c);
            GlobClass set = c == '[' ? GlobClass.parse(pattern, i) : null;
            if (set != null) {
                tokens.add(new OneOf(set));
                next = set.end();
            } else if (c == '?') {
                tokens.add(new AnyOne());
            } else if (c == '*') {
                addStar(tokens);
            } else if (c == '\\' && next < pattern.length()) {
                c = pattern.codePointAt(next);
                next += Character.charCount(c);
                tokens.add(new Literal(c));
            } else {
                tokens.add(new Literal(c));
            }
            i = next;
        }
        return new GlobSegment(tokens);
    }

    private static void addStar(List<Token> tokens) {
        if (tokens.isEmpty() || !(tokens.get(tokens.size() - 1) instanceof Star)) {
            tokens.add(new Star());
        }
    }

    /** Only the last star is ever tried again: an earlier one could gain nothing that it does not. */
    boolean matches(String name) {
        int token = 0;
        int i = 0;
        int star = -1;
        int resume = 0;
        while (i < name.length()) {
            int c = name.codePointAt(i);
            if (token < tokens.size() && tokens.get(token) instanceof Star) {
                star = token++;
                resume = i;
            } else if (token < tokens.size() && tokens.get(token).accepts(c)) {
                token++;
                i += Character.charCount(c);
            } else if (star >= 0) {
                token = star + 1;
                resume += Character.charCount(name.codePointAt(resume));
                i = resume;
            } else {
                return false;
            }
        }
        while (token < tokens.size() && tokens.get(token) instanceof Star) {
            token++;
        }
        return token == tokens.size();
    }
}
