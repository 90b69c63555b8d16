package io.github.mcpconnectors.shared.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 6570 as far as resources need it: {name} is one path segment, {+name} everything up to what follows. */
final class UriTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\+?)(\\w+)}");

    private final Pattern pattern;
    private final List<String> variables = new ArrayList<>();

    UriTemplate(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(end, matcher.start())));
            regex.append(matcher.group(1).isEmpty() ? "([^/?#]+)" : "(.*)");
            variables.add(matcher.group(2));
            end = matcher.end();
        }
        pattern = Pattern.compile(
                regex.append(Pattern.quote(template.substring(end))).toString(), Pattern.DOTALL);
    }

    boolean hasVariables() {
        return !variables.isEmpty();
    }

    /** The variables, percent-decoded, if the URI fits. */
    Optional<Map<String, String>> match(String uri) {
        Matcher matcher = pattern.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), decode(matcher.group(i + 1)));
        }
        return Optional.of(values);
    }

    private static String decode(String value) {
        try {
            // A plus is a plus in a path; only forms read it as a blank.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RpcError.invalidParams("The URI has a % that is not followed by two hexadecimal digits");
        }
    }
}
