package io.github.mcpconnectors.shared.protocol.modern;

import io.github.mcpconnectors.shared.Caller;
import io.github.mcpconnectors.shared.protocol.RpcError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of this process, each found by its owner only. Their number is bounded, and so is what the results of those
 * that have ended take: the oldest make room.
 */
final class TaskStore {

    private static final int MOST = 10_000;
    private static final long MOST_BYTES = 64L << 20;

    private final int mostEach;
    private final Map<Owner, Integer> places = new HashMap<>();
    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, Integer> bytesOfEnded = new LinkedHashMap<>();
    private int taken;
    private long bytes;

    /** Who may see a task; roles may change while it works. */
    record Owner(String principal, @Nullable String tenant) {

        static Owner of(Caller caller) {
            return new Owner(caller.principal(), caller.tenant());
        }
    }

    TaskStore(int mostEach) {
        this.mostEach = mostEach;
    }

    /** For a call that may become a task; refused before it has done anything. */
    synchronized void takePlace(Owner owner) {
        if (places.getOrDefault(owner, 0) >= mostEach) {
            throw refused("You have " + mostEach + " tasks here, counting those that ended lately. Try again later.");
        }
        if (taken >= MOST) {
            throw refused("There are too many tasks here. Try again later.");
        }
        taken++;
        places.merge(owner, 1, Integer::sum);
    }

    private static RpcError refused(String why) {
        return new RpcError(RpcError.INTERNAL_ERROR, why).withStatus(429);
    }

    synchronized void leavePlace(Owner owner) {
        taken--;
        places.computeIfPresent(owner, (key, count) -> count == 1 ? null : count - 1);
    }

    synchronized void add(Task task) {
        tasks.put(task.id(), task);
    }

    /** Its handle was not given. */
    synchronized void remove(Task task) {
        tasks.remove(task.id());
    }

    synchronized @Nullable Task find(String id, Owner owner) {
        Task task = tasks.get(id);
        return task == null || !task.owner().equals(owner) ? null : task;
    }

    /** From here on it may be forgotten. */
    synchronized void ended(Task task, int resultBytes) {
        if (bytesOfEnded.putIfAbsent(task.id(), resultBytes) == null) {
            bytes += resultBytes;
        }
        while (bytes > MOST_BYTES) {
            forget(bytesOfEnded.keySet().iterator().next());
        }
    }

    synchronized void forget(String id) {
        Task task = tasks.remove(id);
        Integer size = bytesOfEnded.remove(id);
        if (task != null) {
            bytes -= size == null ? 0 : size;
            leavePlace(task.owner());
        }
    }
}
