package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document is: by its first bytes, and only where these say nothing by its name. */
enum Format {
    PDF("", "pdf"),
    /** Any of the zipped Office formats; the package says which. */
    OFFICE("", "docx docm xlsx xlsm pptx pptm"),
    /** The container of the old Office formats, and of encrypted new ones. */
    LEGACY_OFFICE("", "xls"),
    HTML("", "html htm xhtml"),
    MAIL("", "eml"),
    CSV("", "csv tsv"),
    BINARY_WORD("The old Word format is not supported. Save it as docx and read that.", "doc"),
    BINARY_SLIDES("The old PowerPoint format is not supported. Save it as pptx and read that.", "ppt"),
    OPEN_DOCUMENT("OpenDocument files are not supported. Save it as docx, xlsx or pptx and read that.", "odt ods odp");

    private static final int HEAD = 4096;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Pattern MARKUP =
            Pattern.compile("(?s)\\A(<\\?xml[^>]{0,200}>)?\\s*+<(!doctype html|html|head)[\\s>].*");
    private static final Pattern MAIL_HEADER = Pattern.compile(
            "(?s)\\A(received|return-path|delivered-to|message-id|mime-version|x-[a-z-]{1,40}): .*\\nfrom: .*");

    private final String unsupported;
    /** Separated by spaces. */
    private final String extensions;

    Format(String unsupported, String extensions) {
        this.unsupported = unsupported;
        this.extensions = extensions;
    }

    /** Why it cannot be read, or nothing when it can. */
    String unsupported() {
        return unsupported;
    }

    static @Nullable Format byName(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> List.of(format.extensions.split(" ", -1)).contains(extension))
                .findFirst()
                .orElse(null);
    }

    static Format of(Source source) throws IOException {
        byte[] head = source.head(HEAD);
        Format named = byName(source.name());
        Format found = binary(head);
        if (found == null) {
            found = markup(head, named);
        }
        if (found != null) {
            return found;
        }
        if (named == CSV || named == HTML || named == MAIL) {
            return named;
        }
        if (named != null) {
            throw Problem.invalid("The content of this file is not what its name says: it holds no "
                    + named.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " document. Try to read it as text.");
        }
        throw Problem.invalid("This is not a document that can be converted to text. If it is a text file "
                + "(txt, md, json, xml, source code), read it as text.");
    }

    private static @Nullable Format binary(byte[] head) {
        if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
            return OFFICE;
        }
        if (startsWith(head, COMPOUND_FILE)) {
            return LEGACY_OFFICE;
        }
        // PDF readers accept some bytes before the mark, so files have them
        return latin(head).substring(0, Math.min(1024, head.length)).contains("%PDF-") ? PDF : null;
    }

    private static @Nullable Format markup(byte[] head, @Nullable Format named) {
        String start =
                latin(head).replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (named == MAIL || named == CSV) {
            return named;
        }
        if (MARKUP.matcher(start).matches()) {
            return HTML;
        }
        return MAIL_HEADER.matcher(start.replace("\r", "")).matches() ? MAIL : null;
    }

    /** Refuses a selection that this format does not know, instead of answering another question. */
    void accept(Selection selection) {
        boolean pages = this == PDF || this == OFFICE;
        boolean sheets = this == OFFICE || this == LEGACY_OFFICE;
        if (selection.pages() != null && !pages) {
            throw Problem.invalid("pages can be chosen in PDF and PowerPoint only. Leave it out.");
        }
        if (!sheets && (selection.sheet() != null || selection.range() != null)) {
            throw Problem.invalid("sheet and range can be chosen in Excel workbooks only. Leave them out.");
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
