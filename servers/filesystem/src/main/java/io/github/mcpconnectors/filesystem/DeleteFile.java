package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.sandbox.SandboxWriter;
import io.github.mcpconnectors.filesystem.sandbox.Tree;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ConfirmedTool;
import io.github.mcpconnectors.shared.Default;
import io.github.mcpconnectors.shared.Description;
import io.github.mcpconnectors.shared.Name;
import io.github.mcpconnectors.shared.Plan;
import io.github.mcpconnectors.shared.TextResult;
import io.github.mcpconnectors.shared.Tool;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;

@Tool(
        name = "delete_file",
        title = "Delete File",
        description = "Deletes for good, after a person agreed. dryRun only counts.",
        readOnly = false,
        destructive = true,
        idempotent = false,
        openWorld = false)
final class DeleteFile implements ConfirmedTool<DeleteFile.Input, DeleteFile.Doomed, DeleteFile.Output> {

    record Input(
            @Description("Path") String path,

            @Description("With all below") @Default("false") boolean recursive,

            @Description("Only count") @Name("dryRun") @Default("false")
            boolean dryRun) {}

    record Doomed(Place place, Tree tree) {}

    record Output(String content, boolean deleted, long files, long directories, long bytes) implements TextResult {}

    private final Sandbox sandbox;
    private final SandboxWriter writer;

    DeleteFile(Sandbox sandbox, SandboxWriter writer) {
        this.sandbox = sandbox;
        this.writer = writer;
    }

    @Override
    public Plan<Doomed> plan(Input input, Call call) {
        Place place = sandbox.resolveEntryForWriting(input.path());
        Tree tree = writer.plan(place, path -> call.checkCancelled());
        if (!input.recursive() && tree.files() + tree.directories() > 1) {
            throw new ToolException(
                    Reason.CONFLICT,
                    place.shown() + " is a directory that is not empty (" + counts(tree)
                            + "); set recursive to delete all of it");
        }
        Doomed doomed = new Doomed(place, tree);
        return input.dryRun()
                ? Plan.harmless(doomed)
                : Plan.ask(doomed, "Delete " + place.shown() + " for good: " + counts(tree) + "?", tree.fingerprint());
    }

    @Override
    public Output apply(Input input, Doomed doomed, Call call) {
        Tree tree = doomed.tree();
        if (!input.dryRun()) {
            writer.delete(doomed.place(), tree, path -> call.checkCancelled());
        }
        String done = input.dryRun() ? "Would delete " : "Successfully deleted ";
        return new Output(
                done + input.path() + " (" + counts(tree) + ")",
                !input.dryRun(),
                tree.files(),
                tree.directories(),
                tree.bytes());
    }

    private static String counts(Tree tree) {
        return count(tree.files(), "file", "files") + ", " + count(tree.directories(), "directory", "directories")
                + ", " + Sizes.format(tree.bytes());
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
