package io.github.mcpconnectors.shared.documents;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;
import org.jspecify.annotations.Nullable;

/** A stream of a PDF whose decoded bytes are counted as they come, through any chain of filters. */
final class PdfStream extends COSStream {

    private final Budget budget;

    PdfStream(RandomAccessReadView raw, Budget budget) throws IOException {
        super(null, raw);
        this.budget = budget;
    }

    /** Never a lone name: for that PDFBox has a short cut which decodes without asking this class. */
    @Override
    public @Nullable COSBase getFilters() {
        COSBase filters = super.getFilters();
        if (filters instanceof COSName) {
            COSArray chain = new COSArray();
            chain.add(filters);
            return chain;
        }
        return filters;
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        List<Filter> filters = filters();
        return new PdfGuard(filters.isEmpty() ? super.createView() : decoded(filters), budget);
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        // decoded twice, but only by rare kinds of fonts: the result of PDFBox cannot be made outside of it
        List<Filter> filters = filters();
        if (!filters.isEmpty()) {
            decoded(filters).close();
        }
        return super.createInputStream(options);
    }

    /** As PDFBox does, names a filter once. */
    private List<Filter> filters() throws IOException {
        Set<Filter> filters = new LinkedHashSet<>();
        if (getFilters() instanceof COSArray chain) {
            for (int i = 0; i < chain.size(); i++) {
                if (chain.getObject(i) instanceof COSName name) {
                    filters.add(FilterFactory.INSTANCE.getFilter(name));
                }
            }
        }
        return new ArrayList<>(filters);
    }

    private RandomAccessRead decoded(List<Filter> filters) throws IOException {
        InputStream in = createRawInputStream();
        RandomAccessReadWriteBuffer buffer = new RandomAccessReadWriteBuffer();
        for (int i = 0; i < filters.size(); i++) {
            buffer = new RandomAccessReadWriteBuffer();
            filters.get(i).decode(in, new Counted(new RandomAccessOutputStream(buffer)), this, i);
            in.close();
            buffer.seek(0);
            in = new RandomAccessInputStream(buffer);
        }
        return buffer;
    }

    private final class Counted extends FilterOutputStream {

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            budget.tick();
            budget.inflated(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            budget.check();
            budget.inflated(length);
            out.write(bytes, offset, length);
        }
    }
}
