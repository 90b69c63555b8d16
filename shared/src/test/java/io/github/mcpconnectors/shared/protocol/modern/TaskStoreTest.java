package io.github.mcpconnectors.shared.protocol.modern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mcpconnectors.shared.protocol.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskStoreTest {

    private static final TaskStore.Owner ADA = new TaskStore.Owner("ada", null);

    private final TaskStore store = new TaskStore(100);

    @Test
    void forgetsTheOldestResultsWhenAllTogetherGrowTooLarge() {
        Task working = added();
        List<Task> ended = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ended.add(added());
            store.ended(ended.get(i), 16 << 20);
        }
        assertThat(ended.stream().filter(task -> store.find(task.id(), ADA) != null))
                .containsExactlyElementsOf(ended.subList(2, 6));
        assertThat(store.find(working.id(), ADA)).isEqualTo(working);
        store.forget(ended.get(5).id());
        Task next = added();
        store.ended(next, 16 << 20);
        assertThat(store.find(ended.get(2).id(), ADA)).as("there was room").isNotNull();
    }

    @Test
    void hasSoManyPlacesForOneCallerAndForAll() {
        for (int i = 0; i < 100; i++) {
            for (int caller = 0; caller < 100; caller++) {
                store.takePlace(new TaskStore.Owner("c" + caller, null));
            }
        }
        TaskStore.Owner first = new TaskStore.Owner("c0", null);
        assertThatThrownBy(() -> store.takePlace(first)).hasMessageStartingWith("You have 100 tasks here,");
        assertThatThrownBy(() -> store.takePlace(ADA)).hasMessageStartingWith("There are too many tasks here.");
        store.leavePlace(first);
        store.takePlace(ADA);
        store.leavePlace(ADA);
        store.takePlace(first);
        assertThatThrownBy(() -> store.takePlace(first)).hasMessageStartingWith("You have 100 tasks here,");
    }

    private Task added() {
        store.takePlace(ADA);
        Task task = new Task(ADA, new Cancellation(), Clock.systemUTC(), Duration.ofMinutes(1));
        store.add(task);
        return task;
    }
}
