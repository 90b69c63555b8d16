package io.github.mcpconnectors.filesystem;

import io.github.mcpconnectors.filesystem.sandbox.Directory;
import io.github.mcpconnectors.filesystem.sandbox.Failures;
import io.github.mcpconnectors.filesystem.sandbox.Place;
import io.github.mcpconnectors.filesystem.sandbox.Sandbox;
import io.github.mcpconnectors.filesystem.text.Bytes;
import io.github.mcpconnectors.filesystem.text.ContentPattern;
import io.github.mcpconnectors.filesystem.text.FileMatches;
import io.github.mcpconnectors.filesystem.text.FileScanner;
import io.github.mcpconnectors.filesystem.text.PathPatterns;
import io.github.mcpconnectors.filesystem.text.ScanLimits;
import io.github.mcpconnectors.shared.Call;
import io.github.mcpconnectors.shared.ToolException;
import io.github.mcpconnectors.shared.ToolException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One search: a walk opens the files, threads look through them side by side, and the results are collected in the order
 * of the walk, so that pages are the same however the threads run.
 */
final class ContentSearch implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(ContentSearch.class);

    /** Open files that wait to be looked through. */
    private static final int AHEAD = 32;

    private static final int FILES_BETWEEN_NOTES = 500;

    private record Pending(Walk.Found found, SeekableByteChannel channel, Future<FileMatches> result) {}

    private final SearchContent.Input input;
    private final Call call;
    private final ContentPattern pattern;
    private final PathPatterns include;
    private final SearchResults.Start start;
    private final SearchResults results;
    private final ExecutorService threads;
    private final ThreadLocal<FileScanner> scanners;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final long begin = System.nanoTime();
    private final long deadline;
    private int searched;
    private int binary;
    private int tooLarge;
    private boolean full;

    ContentSearch(SearchContent.Input input, int seconds, Call call) {
        this.input = input;
        this.call = call;
        this.pattern = ContentPattern.compile(input.toQuery());
        this.include = PathPatterns.of(input.include());
        this.start = SearchResults.Start.of(input.cursor());
        this.results = new SearchResults(input.mode(), input.maxResults());
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        this.scanners = ThreadLocal.withInitial(() -> scanner(input.maxResults()));
        this.deadline = begin + TimeUnit.SECONDS.toNanos(seconds);
    }

    SearchContent.Output run(Sandbox sandbox, Place place) {
        Walk.Filter filter = Walk.Filter.of(input.exclude(), input.respectGitignore(), start.path());
        Walk walk = new Walk(filter, call::checkCancelled);
        if (sandbox.stat(place).isDirectory()) {
            try (Directory directory = sandbox.directory(place)) {
                goOnInside(sandbox, place);
                walk.run(directory, this::visit);
                collect(0);
            }
        } else {
            one(sandbox, place);
        }
        return new SearchContent.Output(
                results.text(),
                results.matches(),
                results.files(),
                searched,
                new SearchContent.Skipped(binary, tooLarge, walk.denied()),
                results.nextCursor() != null,
                timeIsUp(),
                results.nextCursor(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin),
                true);
    }

    /** The file of which an earlier page returned only a part; if it is gone by now, nothing more comes of it. */
    private void goOnInside(Sandbox sandbox, Place place) {
        if (start.path() == null || start.matches() == 0) {
            return;
        }
        try {
            again(sandbox, place.below(start.path()), start.path());
        } catch (ToolException e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void one(Sandbox sandbox, Place place) {
        again(sandbox, place, place.name());
        if (tooLarge > 0) {
            long size = sandbox.stat(place).size();
            String limit = size > input.maxFileBytes()
                    ? ", more than max_file_bytes allows. Set max_file_bytes to at least that."
                    : " of UTF-16, which is searched up to 16 MiB. Convert it to UTF-8 first.";
            throw new ToolException(Reason.INVALID, "The file was not searched: it has " + size + " bytes" + limit);
        }
    }

    private void again(Sandbox sandbox, Place place, String path) {
        try (SeekableByteChannel channel = sandbox.open(place)) {
            FileMatches found = scanner(start.matches() + input.maxResults()).scan(Bytes.of(channel));
            add(path, place.shown(), found, start.matches());
        } catch (IOException e) {
            throw Failures.of(e, place.shown());
        }
    }

    private Walk.Next visit(Walk.Found found) {
        if (full || timeIsUp()) {
            collect(0);
            full = full || !results.end();
            return Walk.Next.STOP;
        }
        if (found.entry().isFile() && wanted(found.path())) {
            SeekableByteChannel channel = found.directory().read(found.entry().name());
            pending.add(new Pending(found, channel, threads.submit(() -> scan(channel))));
            collect(AHEAD);
        }
        return Walk.Next.ENTER;
    }

    private boolean wanted(String path) {
        return include.isEmpty() || include.match(path, false);
    }

    private FileMatches scan(SeekableByteChannel channel) {
        try (channel) {
            return scanners.get().scan(Bytes.of(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes results in order until at most so many are still awaited. */
    private void collect(int left) {
        while (pending.size() > left) {
            Pending next = pending.remove();
            Optional<FileMatches> found = await(next.result());
            if (found.isPresent() && !full) {
                Walk.Found file = next.found();
                add(file.path(), file.directory().shown(file.entry().name()), found.get(), 0);
            }
        }
    }

    private void add(String path, String shown, FileMatches found, int before) {
        switch (found.outcome()) {
            case SEARCHED -> countSearched();
            case BINARY -> binary++;
            case TOO_LARGE -> tooLarge++;
        }
        full = full || !results.add(path, shown, found, before);
    }

    private void countSearched() {
        searched++;
        if (searched % FILES_BETWEEN_NOTES == 0) {
            call.progress(searched, 0, "Searched " + searched + " files");
        }
    }

    /** Nothing where the file could not be read to its end; others may change it at any moment. */
    private Optional<FileMatches> await(Future<FileMatches> result) {
        try {
            return Optional.of(result.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException) {
                return Optional.empty();
            }
            throw new IllegalStateException("The search of a file failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private FileScanner scanner(int matches) {
        ScanLimits limits = switch (input.mode()) {
            case MATCHES -> new ScanLimits(input.contextLines(), matches, input.maxFileBytes(), false);
            case FILES -> new ScanLimits(0, 1, input.maxFileBytes(), true);
            case COUNT -> new ScanLimits(0, Integer.MAX_VALUE, input.maxFileBytes(), true);
        };
        return new FileScanner(pattern, limits, this::stopped);
    }

    private boolean stopped() {
        return call.cancelled() || timeIsUp();
    }

    private boolean timeIsUp() {
        return System.nanoTime() - deadline > 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        for (Pending each : pending) {
            try {
                each.channel().close();
            } catch (IOException e) {
                LOG.debug("A file could not be closed", e);
            }
        }
    }
}
