package io.github.mcpconnectors.shared.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Text of an old Excel workbook (xls); also tells apart what else comes in the same container. */
final class LegacyWorkbookReader {

    /** The container is held in memory; an xls of this size is full anyway, at 65,536 rows a sheet. */
    private static final int MAX_BYTES = 32 << 20;

    private static final int HEADER = 512;

    private LegacyWorkbookReader() {}

    static DocumentText read(Source source) throws IOException {
        checkSize(source);
        try (POIFSFileSystem container = new POIFSFileSystem(source.stream())) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw Problem.locked();
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                throw Problem.invalid(Format.BINARY_WORD.unsupported());
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                throw Problem.invalid(Format.BINARY_SLIDES.unsupported());
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                throw Problem.invalid("This is an old Office file, but no Excel workbook. Save it in a newer format.");
            }
            return workbook(source, root);
        } catch (EncryptedDocumentException e) {
            throw Problem.locked();
        }
    }

    /** POI allocates what the header claims. */
    private static void checkSize(Source source) throws IOException {
        long size = source.channel().size();
        ByteBuffer header = ByteBuffer.wrap(source.head(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        if (size > MAX_BYTES) {
            throw Problem.tooLarge("files of the old Office formats may have " + MAX_BYTES + " bytes at most.");
        }
        if (header.limit() < HEADER) {
            throw Problem.damaged(new IOException("no header"));
        }
        int shift = header.getShort(0x1E);
        long tables = header.getInt(0x2C);
        long sector = shift == 12 ? 4096 : 512;
        if (tables < 0 || tables * sector * (sector / 4) > 2 * size + (16L << 20)) {
            throw Problem.damaged(new IOException("more allocation tables than the file can hold"));
        }
    }

    private static DocumentText workbook(Source source, DirectoryNode root) throws IOException {
        LegacyWorkbookListener listener = new LegacyWorkbookListener(source);
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener.tracked());
        new HSSFEventFactory().processWorkbookEvents(request, root);
        Text out = listener.finish();
        List<String> names = listener.sheets().names();
        return new DocumentText("xls", null, out.toString(), null, names, out.isTruncated());
    }
}
