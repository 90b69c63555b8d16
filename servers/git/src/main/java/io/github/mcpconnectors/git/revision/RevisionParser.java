package io.github.mcpconnectors.git.revision;

import io.github.mcpconnectors.git.revision.RevisionSyntax.Ancestor;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Message;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Named;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Parent;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Peel;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Search;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Staged;
import io.github.mcpconnectors.git.revision.RevisionSyntax.Step;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes one revision apart after gitrevisions(7), from left to right. */
final class RevisionParser {

    private static final Pattern STAGED = Pattern.compile(":[0-3]:.*");
    private static final Set<String> TYPES = Set.of("", "commit", "tree", "tag", "blob", "object");
    private static final int MOST_DIGITS = 9;

    private final String text;
    private int at;

    private RevisionParser(String text) {
        this.text = text;
    }

    static RevisionSyntax parse(String text) {
        SafeNames.requireRevision(text);
        if (text.startsWith(":/")) {
            return new Message(text.substring(2));
        }
        if (STAGED.matcher(text).matches()) {
            return new Staged(text.charAt(1) - '0', text.substring(3));
        }
        if (text.startsWith(":")) {
            return new Staged(0, text.substring(1));
        }
        return new RevisionParser(text).named();
    }

    private Named named() {
        String name = name();
        List<String> marks = new ArrayList<>();
        while (text.startsWith("@{", at)) {
            at++;
            marks.add(braced());
        }
        if (name.isEmpty() && marks.isEmpty()) {
            throw text.startsWith("^")
                    ? invalid("leaves history out, which only a range does. Write one revision")
                    : invalid("names nothing to start from. Write HEAD or a branch before it");
        }
        List<Step> steps = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != ':') {
            steps.add(step());
        }
        return new Named(
                name, List.copyOf(marks), List.copyOf(steps), at < text.length() ? text.substring(at + 1) : null);
    }

    private String name() {
        while (at < text.length() && "^~:".indexOf(text.charAt(at)) < 0 && !text.startsWith("@{", at)) {
            at++;
        }
        String name = text.substring(0, at);
        if (name.contains("..")) {
            throw invalid("is a range, and one revision is needed here");
        }
        return name.isEmpty() ? name : SafeNames.requireName(name);
    }

    private Step step() {
        char sign = text.charAt(at++);
        if (sign == '~') {
            return new Ancestor(number());
        }
        if (sign != '^') {
            throw invalid("cannot be read from " + SafeNames.quoted(text.substring(at - 1)) + " on");
        }
        if (at < text.length() && "@!-".indexOf(text.charAt(at)) >= 0) {
            throw invalid("means several commits, and one revision is needed here");
        }
        if (!text.startsWith("{", at)) {
            return new Parent(number());
        }
        String type = braced();
        if (type.startsWith("/")) {
            return new Search(type.substring(1));
        }
        if (!TYPES.contains(type)) {
            throw invalid(
                    "asks for an unknown type; there are ^{commit}, ^{tree}, ^{tag}, ^{blob}, ^{object} and ^{/text}");
        }
        return new Peel(type);
    }

    /** 1 without digits. */
    private int number() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at - start > MOST_DIGITS) {
            throw invalid("counts further than any history goes");
        }
        return at == start ? 1 : Integer.parseInt(text.substring(start, at));
    }

    private String braced() {
        int end = Braces.end(text, at);
        if (end < 0) {
            throw invalid("has a brace that is not closed");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private ToolException invalid(String what) {
        return new ToolException(Reason.INVALID, "The revision " + SafeNames.quoted(text) + " " + what + ".");
    }
}
