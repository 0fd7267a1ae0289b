package dev.leadkit.scoring.bulk;

import dev.leadkit.lead.Score;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run over a stream. For the calling thread, but for {@link #isStopped}. */
final class BulkRun<T> {

    private final BulkScoring.Settings settings;
    private final Function<? super T, Score> scoring;
    private final Iterator<? extends T> items;
    private final Deque<Chunk<T>> ahead = new ArrayDeque<>();
    private volatile boolean stopped;
    private long read;
    private BulkReport report = BulkReport.NOTHING;

    BulkRun(BulkScoring.Settings settings, Function<? super T, Score> scoring, Iterator<? extends T> items) {
        this.settings = settings;
        this.scoring = scoring;
        this.items = items;
    }

    BulkReport run(Consumer<? super BulkResult<T>> results) {
        try {
            fill();
            while (!ahead.isEmpty() && deliver(ahead.getFirst(), results)) {
                ahead.removeFirst();
                fill();
            }
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return report.asCancelled();
        } finally {
            end();
        }
    }

    private boolean isStopped() {
        return stopped || settings.cancelled().getAsBoolean();
    }

    private void fill() {
        while (!report.cancelled() && ahead.size() < settings.ahead() && items.hasNext()) {
            if (isStopped() || Thread.currentThread().isInterrupted()) {
                report = report.asCancelled();
                return;
            }
            Chunk<T> chunk = new Chunk<>(read, next(), scoring, this::isStopped);
            read += chunk.size();
            ahead.addLast(chunk);
            handOver(chunk);
        }
    }

    private List<T> next() {
        List<T> some = new ArrayList<>(settings.chunk());
        while (some.size() < settings.chunk() && items.hasNext()) {
            some.add(items.next());
        }
        return some;
    }

    /** What an executor does not take, the calling thread does when its turn comes. */
    private void handOver(Chunk<T> chunk) {
        try {
            settings.executor().execute(chunk::score);
        } catch (RejectedExecutionException e) {
            // the chunk stands in the queue all the same
        }
    }

    /** Whether the next chunk may be told: there is no gap. */
    private boolean deliver(Chunk<T> chunk, Consumer<? super BulkResult<T>> results) throws InterruptedException {
        List<BulkResult<T>> done = chunk.await();
        for (BulkResult<T> result : done) {
            results.accept(result);
            report = report.plus(result);
        }
        boolean whole = done.size() == chunk.size();
        report = whole ? report : report.asCancelled();
        settings.progress().accept(report);
        return whole;
    }

    /** No thread may work for a run that is over. */
    private void end() {
        stopped = true;
        boolean interrupted = false;
        for (Chunk<T> chunk : ahead) {
            interrupted |= chunk.isInterruptedBeforeEnd();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
