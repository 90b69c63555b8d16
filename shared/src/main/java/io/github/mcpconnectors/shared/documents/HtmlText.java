package io.github.mcpconnectors.shared.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Walks a page and writes its Markdown. What is hidden from a person stays hidden: that is where injections sit. */
final class HtmlText implements NodeFilter {

    private static final Set<String> SKIPPED =
            Set.of("head", "script", "style", "template", "noscript", "svg", "iframe", "object", "canvas", "datalist");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "blockquote",
            "figure",
            "figcaption",
            "form",
            "fieldset",
            "address",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "td",
            "th",
            "tr");

    private static final int MAX_LINK = 500;
    private static final int MAX_INDENT = 8;

    private final Text out;
    private final Budget budget;
    /** One number for each open list: the items so far, or -1 where they are not counted. */
    private final Deque<Integer> lists = new ArrayDeque<>();

    private final HtmlTable table;
    private int preformatted;

    HtmlText(Text out, Budget budget) {
        this.out = out;
        this.budget = budget;
        table = new HtmlTable(out);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        budget.tick();
        if (out.isTruncated()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof Element element) {
            if (SKIPPED.contains(element.normalName()) || isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            start(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s++", "");
        return element.hasAttr("hidden")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("mso-hide:all")
                || (element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("hidden"));
    }

    private void text(TextNode node) {
        if (preformatted > 0 && !table.isOpen()) {
            out.append(node.getWholeText());
            return;
        }
        String text = node.text();
        if (out.isEmpty() || out.endsWith("\n") || out.endsWith(" ")) {
            text = text.stripLeading();
        }
        out.append(table.isOpen() ? text.replace("|", "\\|") : text);
    }

    private void start(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                block();
                out.append("#".repeat(table.isOpen() ? 0 : name.charAt(1) - '0'))
                        .append(table.isOpen() ? "" : " ");
            }
            case "br" -> newline();
            case "hr" -> {
                block();
                out.append(table.isOpen() ? "" : "---\n");
            }
            case "ul", "ol" -> {
                blockUnlessNested();
                lists.push(name.equals("ol") ? 0 : -1);
            }
            case "li" -> item();
            case "pre" -> {
                block();
                out.append(preformatted++ == 0 && !table.isOpen() ? "```\n" : "");
            }
            case "a" -> out.append(isLink(element) ? "[" : "");
            case "img" -> out.append(element.attr("alt").isBlank() ? "" : "[image: " + element.attr("alt") + "]");
            case "table" -> {
                block();
                table.start(element);
            }
            case "tr" -> {
                if (!table.startRow()) {
                    block();
                }
            }
            case "td", "th" -> {
                if (!table.startCell()) {
                    newline();
                }
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    block();
                }
            }
        }
    }

    private void end(Element element) {
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> block();
            case "ul", "ol" -> {
                lists.poll();
                blockUnlessNested();
            }
            case "li" -> newline();
            case "pre" -> {
                out.append(--preformatted == 0 && !table.isOpen() ? "\n```\n" : "");
                block();
            }
            case "a" -> out.append(isLink(element) ? "](" + element.attr("href").strip() + ")" : "");
            case "table" -> {
                table.end();
                block();
            }
            case "tr" -> {
                if (!table.endRow()) {
                    block();
                }
            }
            case "td", "th" -> table.endCell();
            default -> {
                if (BLOCKS.contains(name)) {
                    block();
                }
            }
        }
    }

    private void item() {
        newline();
        int count = lists.isEmpty() || lists.peek() < 0 ? -1 : lists.pop() + 1;
        if (count > 0) {
            lists.push(count);
        }
        if (!table.isOpen()) {
            out.append("  ".repeat(Math.max(0, Math.min(MAX_INDENT, lists.size() - 1))));
        }
        out.append(count > 0 ? count + ". " : "- ");
    }

    private static boolean isLink(Element element) {
        String target = element.attr("href").strip();
        return target.length() <= MAX_LINK
                && target.matches("(?i)(https?:|mailto:)\\S+")
                && !element.text().isBlank();
    }

    private void newline() {
        if (table.isOpen()) {
            out.append(out.endsWith(" ") ? "" : " ");
        } else {
            out.line();
        }
    }

    private void block() {
        newline();
        if (!table.isOpen()) {
            out.block();
        }
    }

    private void blockUnlessNested() {
        if (lists.isEmpty()) {
            block();
        } else {
            newline();
        }
    }
}
