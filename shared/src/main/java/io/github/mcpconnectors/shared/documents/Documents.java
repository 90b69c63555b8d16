package io.github.mcpconnectors.shared.documents;

import io.github.mcpconnectors.shared.ToolException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a document. The content is taken to be hostile: whatever it holds, reading ends within the limits,
 * fetches nothing and writes nothing. The libraries behind it are loaded with the first document of their format.
 */
public final class Documents {

    private Documents() {}

    /** Whether the name looks like a document that can be read here; text files are read as text. */
    public static boolean readable(String name) {
        Format format = Format.byName(name);
        return format != null && format.unsupported().isEmpty();
    }

    /**
     * Reads from the start of the channel and leaves it open. Anything wrong with the document or the selection is a
     * {@link ToolException}; a {@link CancellationException} follows once cancelled says true.
     *
     * @throws IOException when the channel itself fails
     */
    public static DocumentText read(
            String name, SeekableByteChannel channel, Selection selection, Limits limits, BooleanSupplier cancelled)
            throws IOException {
        Budget budget = new Budget(limits, cancelled);
        budget.check();
        Source source = new Source(name, new GuardedChannel(channel, budget), selection, budget);
        try {
            DocumentText text = read(source);
            // a parser that repairs what it reads has taken the failure for damage
            source.channel().rethrowFailure();
            return text;
        } catch (ToolException | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // RuntimeException: the parsers trust the numbers they read, so damage shows as any of a dozen kinds of it
            throw translated(e, source);
        }
    }

    private static DocumentText read(Source source) throws IOException {
        if (source.channel().size() > source.budget().limits().maxFileBytes()) {
            throw Problem.tooLarge(
                    "it is larger than " + source.budget().limits().maxFileBytes() + " bytes.");
        }
        Format format = Format.of(source);
        format.accept(source.selection());
        return switch (format) {
            case PDF -> PdfReader.read(source);
            case OFFICE -> OfficePackage.read(source);
            case LEGACY_OFFICE -> LegacyWorkbookReader.read(source);
            case HTML -> HtmlReader.read(source);
            case MAIL -> MailReader.read(source);
            case CSV -> CsvReader.read(source);
            case BINARY_WORD, BINARY_SLIDES, OPEN_DOCUMENT -> throw Problem.invalid(format.unsupported());
        };
    }

    private static RuntimeException translated(Exception e, Source source) throws IOException {
        source.channel().rethrowFailure();
        ToolException known = known(e);
        return known != null ? known : Problem.damaged(e);
    }

    /** Libraries wrap what they meet while reading, our own refusals among it. */
    private static @Nullable ToolException known(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < 16; depth++) {
            if (cause instanceof ToolException known) {
                return known;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
