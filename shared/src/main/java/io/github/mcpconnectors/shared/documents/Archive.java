package io.github.mcpconnectors.shared.documents;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A zip file that nobody vouches for. Its table of contents is bounded before it is read, entries may neither repeat
 * nor overlap, and what comes out of one is counted: sizes that a zip claims mean nothing.
 */
final class Archive implements Closeable {

    private static final int MAX_CONTENTS = 4 << 20;
    private static final int MAX_ENTRIES = 10_000;
    /** Repetitive sheets reach 60; only a bomb stays above this for long. */
    private static final int MAX_RATIO = 250;

    private static final int RATIO_FREE = 4 << 20;

    private final ZipFile zip;
    private final Budget budget;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    private Archive(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static Archive open(Source source) throws IOException {
        GuardedChannel channel = source.channel();
        channel.allow(MAX_CONTENTS);
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel.position(0))
                .setIgnoreLocalFileHeader(true)
                .get();
        channel.allow(Long.MAX_VALUE);
        Archive archive = new Archive(zip, source.budget());
        archive.index();
        return archive;
    }

    private void index() {
        List<ZipArchiveEntry> all = new ArrayList<>();
        zip.getEntries().asIterator().forEachRemaining(all::add);
        if (all.size() > MAX_ENTRIES) {
            throw Problem.tooLarge("it has " + all.size() + " parts.");
        }
        all.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        long free = 0;
        for (ZipArchiveEntry entry : all) {
            if (entry.getLocalHeaderOffset() < free) {
                throw Problem.tooLarge("its parts overlap, as only in a zip bomb.");
            }
            free = entry.getLocalHeaderOffset() + Math.max(0, entry.getCompressedSize());
            if (entries.put(key(entry.getName()), entry) != null) {
                throw Problem.tooLarge("it has two parts of the same name.");
            }
        }
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** The inflated entry, or null if there is none. */
    @Nullable
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(key(name));
        if (entry == null) {
            return null;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Problem.locked();
        }
        if (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED) {
            throw Problem.invalid("The document is compressed in a way that Office programs do not use.");
        }
        return new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
    }

    /** Names of parts are compared without regard to case, and may be written with a leading slash. */
    private static String key(String name) {
        String key = name.startsWith("/") ? name.substring(1) : name;
        return key.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {

        private final long stored;
        private long count;

        Counted(InputStream in, long stored) {
            super(in);
            this.stored = stored;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            budget.check();
            int read = super.read(target, offset, length);
            if (read > 0) {
                count += read;
                budget.inflated(read);
            }
            if (count > RATIO_FREE && count / stored > MAX_RATIO) {
                throw Problem.tooLarge("a part of it unpacks to more than " + MAX_RATIO + " times its size.");
            }
            return read;
        }
    }
}
