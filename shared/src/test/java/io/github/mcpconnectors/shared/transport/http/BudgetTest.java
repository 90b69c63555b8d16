package io.github.mcpconnectors.shared.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void givesOneAloneWhatItNeedsAndTheOthersALittle() {
        Budget budget = new Budget(100_000);
        assertThat(budget.take(200_000, 0)).isTrue();
        assertThat(budget.take(10_000, 0)).isFalse();
        assertThat(budget.take(8_000, 0)).isTrue();
        assertThat(budget.take(8_000, 8_000)).isFalse();
        budget.give(208_000);
        assertThat(budget.take(60_000, 0)).isTrue();
        assertThat(budget.take(40_000, 0)).isTrue();
        assertThat(budget.take(10_000, 60_000)).isFalse();
    }
}
