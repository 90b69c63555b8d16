package io.github.mcpconnectors.shared.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that came back for one message, the answer last.
 *
 * @param status of HTTP; 0 on stdio
 * @param headers of HTTP in lower case, the values of one joined by a comma; none on stdio
 */
public record Reply(List<Map<String, Object>> messages, int status, Map<String, String> headers) {

    public Map<String, Object> answer() {
        assertThat(messages).as("messages, with status %s", status).isNotEmpty();
        return messages.get(messages.size() - 1);
    }

    /** Below the result, by keys and indexes. */
    @Nullable
    public Object result(Object... path) {
        assertThat(answer()).containsKey("result");
        return at(answer().get("result"), path);
    }

    /** What the first content block of a tool's result reads. */
    public String text() {
        return String.valueOf(result("content", 0, "text"));
    }

    /** The error, which has to have this code and, over HTTP, this status. */
    public Map<String, Object> error(int code, int httpStatus) {
        assertThat(answer()).containsKey("error");
        assertThat(at(answer(), "error", "code")).as("%s", answer()).isEqualTo(code);
        assertThat(status).as("%s", answer()).isIn(0, httpStatus);
        return object(answer().get("error"));
    }

    /** The params of the notifications with this method that came before the answer. */
    public List<Map<String, Object>> told(String method) {
        return messages.stream()
                .filter(message -> method.equals(message.get("method")))
                .map(message -> object(message.get("params")))
                .toList();
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    public static Map<String, Object> object(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    /** What is in there, by keys and indexes; null for a key that is not. */
    @Nullable
    public static Object at(@Nullable Object value, Object... path) {
        Object here = value;
        for (Object step : path) {
            here = step instanceof Integer index
                    ? ((List<?>) Objects.requireNonNull(here)).get(index)
                    : object(here).get(step);
        }
        return here;
    }
}
