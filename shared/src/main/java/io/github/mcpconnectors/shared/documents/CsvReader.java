package io.github.mcpconnectors.shared.documents;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file of separated values as a table; which separator it uses is seen from its first lines. */
final class CsvReader {

    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_LINES = 20;
    private static final int MAX_RECORD = 1 << 20;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private CsvReader() {}

    static DocumentText read(Source source) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(source))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        Text out = source.text();
        try (Bounded in = new Bounded(Charsets.reader(source), source.budget());
                CSVParser parser =
                        CSVParser.builder().setReader(in).setFormat(format).get()) {
            int rows = 0;
            for (CSVRecord row : parser) {
                in.nextRecord();
                Markdown.row(out, row.toList());
                if (rows++ == 0) {
                    Markdown.rule(out, row.size());
                }
                if (out.isTruncated()) {
                    break;
                }
            }
        }
        return new DocumentText("csv", null, out.toString(), null, List.of(), out.isTruncated());
    }

    /** The one that the first lines hold most alike. */
    private static char delimiter(Source source) throws IOException {
        char[] sample = new char[SAMPLE];
        int length;
        try (Reader in = Charsets.reader(source)) {
            length = Math.max(0, in.read(sample));
        }
        List<String> lines = new String(sample, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(SAMPLE_LINES)
                .toList();
        char best = DELIMITERS[0];
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long score = score(lines, delimiter);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    /** Lines that hold it as often as the first one does count most. */
    private static long score(List<String> lines, char delimiter) {
        long first = lines.isEmpty() ? 0 : count(lines.get(0), delimiter);
        long alike =
                lines.stream().filter(line -> count(line, delimiter) == first).count();
        return first == 0 ? 0 : alike * 1000 + Math.min(first, 999);
    }

    private static long count(String line, char delimiter) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            count += !quoted && line.charAt(i) == delimiter ? 1 : 0;
        }
        return count;
    }

    /** Bounds what one record may hold: the parser gathers it before it shows it. */
    private static final class Bounded extends FilterReader {

        private final Budget budget;
        private long record;

        Bounded(Reader in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        void nextRecord() {
            record = 0;
            budget.tick();
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            budget.check();
            int read = super.read(target, offset, length);
            record += read;
            if (record > MAX_RECORD) {
                throw Problem.tooLarge("a single row of it is longer than " + MAX_RECORD + " characters.");
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }
}
