package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Entry;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolHandler;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Tool(
        name = "list_directory_with_sizes",
        title = "List Directory with Sizes",
        description = "Lists a directory with file sizes and totals.",
        readOnly = true,
        destructive = false,
        idempotent = true,
        openWorld = false)
final class ListDirectoryWithSizes implements ToolHandler<ListDirectoryWithSizes.Input, ListDirectoryWithSizes.Output> {

    private static final int SHOWN = 1_000;

    enum Order {
        NAME,
        SIZE
    }

    record Input(
            @Description("Directory") String path,

            @Description("Order") @Name("sortBy") @Default("name")
            Order sortBy) {}

    record Output(String content, int files, int directories, long combinedSize, boolean truncated)
            implements TextResult {

        @Override
        public @Nullable String note() {
            return truncated ? "The first " + SHOWN + " entries; list_directory pages through all." : null;
        }
    }

    private final Sandbox sandbox;

    ListDirectoryWithSizes(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Output call(Input input, Call call) {
        Listing.Order order = input.sortBy() == Order.SIZE ? Listing.Order.SIZE : Listing.Order.NAME;
        List<Listing.Item> items = new ArrayList<>(new Listing(sandbox, true, call::checkCancelled)
                .page(sandbox.resolve(input.path()), 1, order, new Listing.Cut(Integer.MAX_VALUE, null))
                .items());
        if (order == Listing.Order.NAME) {
            // As people sort, and the reference: Apple behind ant, not before.
            items.sort(Comparator.comparing(Listing.Item::name, Collator.getInstance(Locale.ROOT)));
        }
        int directories = (int) items.stream()
                .filter(item -> item.type() == Entry.Type.DIRECTORY)
                .count();
        long bytes = items.stream().mapToLong(ListDirectoryWithSizes::size).sum();
        List<String> lines = new ArrayList<>();
        items.stream().limit(SHOWN).map(ListDirectoryWithSizes::line).forEach(lines::add);
        lines.add("");
        lines.add("Total: " + (items.size() - directories) + " files, " + directories + " directories");
        lines.add("Combined size: " + Sizes.format(bytes));
        return new Output(
                String.join("\n", lines), items.size() - directories, directories, bytes, items.size() > SHOWN);
    }

    private static String line(Listing.Item item) {
        String name = String.format("[%s] %-30s ", item.label(), Names.visible(item.name()));
        return item.type() == Entry.Type.DIRECTORY ? name : name + String.format("%10s", Sizes.format(size(item)));
    }

    private static long size(Listing.Item item) {
        return item.size() == null ? 0 : item.size();
    }
}
