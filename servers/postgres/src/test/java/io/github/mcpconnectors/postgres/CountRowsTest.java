package io.github.mcpconnectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountRowsTest extends ServedShop {

    @Test
    void countsAndEstimates() {
        assertThat(reader.ok("count_rows", "table", "orders").structured())
                .containsEntry("count", 3000)
                .containsEntry("exact", true);
        Map<String, Object> estimate = reader.ok(
                        "count_rows",
                        "table",
                        "orders",
                        "exact",
                        false,
                        "filters",
                        List.of(Map.of("column", "status", "op", "=", "value", "paid")))
                .structured();
        assertThat(estimate).containsEntry("exact", false);
        assertThat((Integer) estimate.get("count")).isBetween(500, 1000);
    }
}
