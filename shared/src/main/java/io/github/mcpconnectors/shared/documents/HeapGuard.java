package io.github.mcpconnectors.shared.documents;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;

/**
 * Tells when live data fill the heap. How many objects a library builds per byte of input cannot be bounded from
 * outside, but it can be stopped between two bytes, before the allocation that would fail.
 */
final class HeapGuard {

    private static final double FULL = 0.75;

    private static final Optional<MemoryPoolMXBean> OLD = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
            .max(Comparator.comparing(HeapGuard::isOld)
                    .thenComparing(pool -> pool.getUsage().getMax()));

    /** True only if it still holds after a collection: garbage of an earlier document must not refuse this one. */
    boolean isFull() {
        if (!isOverfull()) {
            return false;
        }
        System.gc();
        return isOverfull();
    }

    private static boolean isOverfull() {
        return afterCollection() > FULL * max();
    }

    private static long afterCollection() {
        return OLD.map(MemoryPoolMXBean::getCollectionUsage)
                .map(MemoryUsage::getUsed)
                .orElse(0L);
    }

    /** The pool's own ceiling: with some collectors less than the heap. */
    private static double max() {
        long pool = OLD.map(old -> old.getUsage().getMax()).orElse(-1L);
        return pool > 0 ? pool : Runtime.getRuntime().maxMemory();
    }

    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getName().contains("Old") || pool.getName().contains("Tenured");
    }
}
