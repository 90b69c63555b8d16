package io.github.mcpconnectors.postgres.sql;

import io.github.mcpconnectors.postgres.sql.Token.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By how much longer than its parts the value in one pair of parentheses can be, and all values of a query level: the
 * count of {@code repeat} and the dimensions of {@code array_fill}, each the product of the numbers in it; what
 * {@code replace} puts in place of each character of a constant; and how many columns one chain of {@code ||} or one
 * {@code concat} joins. Nested growth multiplies, growth side by side adds up.
 */
final class Growth {

    /** Instead of a function's name: a query in parentheses. */
    static final String LEVEL = "(query)";

    private static final Set<String> POWERS = Set.of("power", "pow", "exp", "factorial");

    /** Of literals alone they give small numbers or what the literals say; others may give any number. */
    private static final Set<String> SMALL = Set.of(
            "array",
            "length",
            "char_length",
            "octet_length",
            "strpos",
            "cardinality",
            "random",
            "numeric",
            "decimal",
            "coalesce",
            "greatest",
            "least",
            "round",
            "floor",
            "ceil",
            "abs");

    private static final Set<String> JOINING = Set.of(
            "concat",
            "concat_ws",
            "format",
            "textcat",
            "byteacat",
            "bitcat",
            "array_cat",
            "array_append",
            "array_prepend",
            "jsonb_concat");

    /** They double what has to be quoted, or write each byte in two. */
    private static final Set<String> QUOTING = Set.of(
            "quote_literal",
            "quote_nullable",
            "quote_ident",
            "to_json",
            "to_jsonb",
            "row_to_json",
            "array_to_json",
            "encode");

    private static final Pattern NUMBER_IN_TEXT = Pattern.compile(
            "0[xX][0-9a-fA-F_]++|0[oO][0-7_]++|0[bB][01_]++|[0-9][0-9_]*+(?:\\.[0-9]*+)?(?:[eE][0-9]{1,9}+)?");

    private static final Pattern WIDTH = Pattern.compile("%(?:[0-9]+\\$)?-?([0-9]+)(?![0-9$])");

    /** Everything between two commas. */
    private static final class Argument {
        double numbers = 1;
        double literal;
        double width;
        double inner;
        double longestChain = 1;
        boolean computed;
        boolean constant = true;
        boolean filled;

        double growth() {
            return Math.max(1, inner) * longestChain;
        }
    }

    private final String function;
    private final List<Argument> arguments = new ArrayList<>();
    private Argument argument = new Argument();
    private double chain;
    private boolean inChain;
    private boolean behindOperand;
    private boolean operandIsConstant;
    private boolean divides;

    Growth(String function) {
        this.function = function;
        arguments.add(argument);
    }

    boolean isLevel() {
        return function.equals(LEVEL);
    }

    void read(Token token) {
        if (token.isSymbol(",")) {
            endChain();
            argument = new Argument();
            arguments.add(argument);
        } else if (token.kind() == Kind.OPERATOR) {
            operator(token.text());
        } else if (token.kind() == Kind.SYMBOL) {
            behindOperand = false;
        } else {
            if (token.isConstant()) {
                number(token);
            }
            argument.computed |= token.kind() == Kind.PARAMETER;
            operand(token.isConstant());
        }
    }

    private void operator(String operator) {
        argument.computed |= operator.equals("^") || operator.equals("<<");
        divides = operator.equals("/");
        behindOperand = false;
        if (!operator.equals("||")) {
            endChain();
        } else if (!inChain) {
            inChain = true;
            chain = operandIsConstant ? 0 : 1;
        }
    }

    /** Two operands side by side, as in {@code THEN a || b ELSE}, belong to different chains. */
    private void operand(boolean constant) {
        if (behindOperand) {
            endChain();
        } else if (inChain && !constant) {
            chain++;
        }
        behindOperand = true;
        operandIsConstant = constant;
        argument.constant &= constant;
        argument.filled = true;
    }

    private void endChain() {
        argument.longestChain = Math.max(argument.longestChain, chain);
        chain = 0;
        inChain = false;
        behindOperand = false;
    }

    private void number(Token token) {
        double value = switch (token.kind()) {
            case STRING -> inText(token.text());
            case BITS -> inText("0x0" + token.text());
            default -> value(token.text());
        };
        if (divides) {
            argument.numbers *= value < 1 && value > 0 ? 1 / value : 1;
        } else {
            argument.numbers *= Math.max(1, value);
        }
        divides = false;
        if (token.kind() == Kind.STRING) {
            argument.literal += token.text().length();
            argument.width += WIDTH.matcher(token.text())
                    .results()
                    .mapToDouble(found -> value(found.group(1)))
                    .sum();
        }
    }

    private static double value(String number) {
        String digits = number.replace("_", "");
        int radix = switch (digits.length() > 1 ? digits.charAt(1) : ' ') {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
        return radix == 10
                ? Double.parseDouble(digits)
                : new BigInteger("0" + digits.substring(2), radix).doubleValue();
    }

    /** A number as text, or the product of those in a text such as <code>{1000,1000}</code>. */
    private static double inText(String text) {
        double product = 1;
        Matcher numbers = NUMBER_IN_TEXT.matcher(text);
        while (numbers.find()) {
            product *= Math.max(1, value(numbers.group()));
        }
        return product;
    }

    /** A pair of parentheses that closed within this one. */
    void add(Growth inner, double growth) {
        for (Argument from : inner.arguments) {
            argument.numbers *= from.numbers;
            argument.literal += from.literal;
            argument.computed |= from.computed;
        }
        argument.computed |= POWERS.contains(inner.function) || inner.givesAnyNumber();
        argument.inner += growth > 1 ? growth : 0;
        argument.constant = false;
        if (!behindOperand) {
            operand(false);
        }
    }

    /** Such as ascii('x'), which is computed while planning. */
    private boolean givesAnyNumber() {
        return !function.isEmpty()
                && !isLevel()
                && !SMALL.contains(function)
                && arguments.stream().allMatch(from -> from.constant && from.filled);
    }

    /** How much longer, and at least 1; nothing is read after it. */
    double end() {
        endChain();
        return Math.max(
                1,
                switch (function) {
                    case "repeat", "array_fill" -> count() * arguments.get(0).growth();
                    case "replace", "regexp_replace" -> replaced();
                    default -> JOINING.contains(function) ? joined() : grown() * (QUOTING.contains(function) ? 2 : 1);
                });
    }

    private double joined() {
        return arguments.stream()
                .mapToDouble(from -> from.constant ? 0 : from.growth())
                .sum();
    }

    private double grown() {
        double sum = arguments.stream()
                .mapToDouble(from -> from.growth() > 1 ? from.growth() : 0)
                .sum();
        return Math.max(1, sum);
    }

    private double replaced() {
        Argument source = arguments.get(0);
        double growth = arguments.stream().mapToDouble(Argument::growth).max().orElse(1);
        if (arguments.size() < 3 || (source.literal == 0 && source.growth() == 1)) {
            return growth;
        }
        Argument replacement = arguments.get(2);
        return source.growth() * Math.max(1, replacement.literal) * replacement.growth();
    }

    /** What lpad, rpad and format fill up to, in bytes if they are ASCII. */
    double padding() {
        if (function.equals("format")) {
            return arguments.get(0).width;
        }
        return function.equals("lpad") || function.equals("rpad") ? count() : 0;
    }

    /** How many rows generate_series makes of plain numbers. */
    double series() {
        if (!function.equals("generate_series") || arguments.size() < 2 || arguments.get(1).literal > 0) {
            return 1;
        }
        double step = arguments.size() > 2 ? arguments.get(2).numbers : 1;
        return Math.max(1, arguments.get(1).numbers / step);
    }

    private double count() {
        if (arguments.size() < 2) {
            return 1;
        }
        return arguments.get(1).computed ? Double.POSITIVE_INFINITY : arguments.get(1).numbers;
    }
}
