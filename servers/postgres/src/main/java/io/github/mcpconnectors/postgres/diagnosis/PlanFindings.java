package io.github.mcpconnectors.postgres.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands out in a plan, and what to do about it. */
public final class PlanFindings {

    public record Finding(String node, @Nullable String relation, String problem, String advice) {}

    private static final int MOST = 20;
    private static final double FEW = 0.1;
    private static final double FAR_OFF = 10;
    private static final long LOOPS = 100;

    private final TableSizes sizes;
    private final List<Finding> found = new ArrayList<>();

    private PlanFindings(TableSizes sizes) {
        this.sizes = sizes;
    }

    static List<Finding> in(PlanNode root, TableSizes sizes) {
        PlanFindings findings = new PlanFindings(sizes);
        root.all().forEach(node -> {
            findings.scan(node);
            findings.estimate(node);
            findings.memory(node);
            findings.heap(node);
        });
        return findings.found.stream().distinct().limit(MOST).toList();
    }

    private void scan(PlanNode node) {
        long all = sizes.rows(node.relation());
        if (all < 0) {
            add(node, "The table was never analyzed: the planner guesses", "Have its owner run ANALYZE on it.");
        }
        if (!node.type().equals("Seq Scan") || all < TableSizes.LARGE) {
            return;
        }
        double kept = node.has("Actual Rows") ? node.number("Actual Rows") : node.number("Plan Rows");
        if (node.has("Filter") && kept <= all * FEW) {
            add(
                    node,
                    "Reads all of about " + all + " rows to keep about " + Math.round(kept) + ": "
                            + node.text("Filter"),
                    "An index on the columns of the filter may help; recommend_indexes proposes one.");
        }
        if (node.number("Actual Loops") >= LOOPS) {
            add(
                    node,
                    "Reads the whole table " + Math.round(node.number("Actual Loops")) + " times",
                    "An index on the columns of the join lets it look up single rows.");
        }
    }

    private void estimate(PlanNode node) {
        if (!node.has("Actual Rows") || node.number("Actual Loops") == 0) {
            return;
        }
        double planned = Math.max(1, node.number("Plan Rows"));
        double actual = Math.max(1, node.number("Actual Rows"));
        if (Math.max(planned, actual) >= LOOPS && Math.max(planned / actual, actual / planned) >= FAR_OFF) {
            add(
                    node,
                    "Expected " + Math.round(planned) + " rows and got " + Math.round(actual),
                    "ANALYZE its tables; where columns depend on each other, CREATE STATISTICS on them.");
        }
    }

    private void memory(PlanNode node) {
        if (node.text("Sort Space Type").equals("Disk")) {
            add(
                    node,
                    "Sorts on disk (" + Math.round(node.number("Sort Space Used")) + " kB)",
                    "Sort fewer rows or columns, raise work_mem, or have an index give the order.");
        }
        if (node.number("Hash Batches") > 1 || node.number("HashAgg Batches") > 1) {
            add(node, "Hashes on disk, in several batches", "Join or group fewer rows, or raise work_mem.");
        }
        if (node.number("Lossy Heap Blocks") > 0) {
            add(node, "Remembers pages instead of rows, and checks them again", "Raise work_mem.");
        }
    }

    private void heap(PlanNode node) {
        if (node.type().equals("Index Only Scan") && node.number("Heap Fetches") > LOOPS) {
            add(
                    node,
                    "Visits the table " + Math.round(node.number("Heap Fetches")) + " times in spite of its index",
                    "VACUUM the table, so that its visibility map is of today.");
        }
    }

    private void add(PlanNode node, String problem, String advice) {
        found.add(new Finding(node.type(), node.relation(), problem, advice));
    }
}
