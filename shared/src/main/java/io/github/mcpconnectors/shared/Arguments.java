package io.github.mcpconnectors.shared;

import io.github.mcpconnectors.shared.ToolException.Reason;
import io.github.mcpconnectors.shared.schema.RecordReader;
import io.github.mcpconnectors.shared.schema.RecordReader.Problem;
import io.github.mcpconnectors.shared.schema.SchemaReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a {@link DeclaredTool}: plain JSON values that fit its schema, with defaults where something was left
 * out. The schema is an object with properties; each of those may have type, enum, minimum, maximum, minLength, maxLength,
 * pattern (RE2), format (date, date-time, uuid), items, minItems, maxItems, default and description.
 */
public record Arguments(Map<String, @Nullable Object> values) {

    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** INVALID, with a sentence for each value that does not fit. */
    public static Arguments of(Map<String, Object> schema, Map<?, ?> values) {
        List<Problem> problems = new ArrayList<>();
        Map<String, @Nullable Object> read = SchemaReader.read(schema, values, problems);
        if (!problems.isEmpty()) {
            throw new ToolException(Reason.INVALID, RecordReader.tell(problems));
        }
        return new Arguments(read);
    }
}
