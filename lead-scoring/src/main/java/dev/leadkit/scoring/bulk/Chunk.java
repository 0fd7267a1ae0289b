package dev.leadkit.scoring.bulk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Some leads that are scored together, by whoever comes first: a thread of the executor, or the calling thread, which has to
 * wait for them anyway. So an executor that is busy, full or shut down never stands in the way.
 */
final class Chunk<T> {

    private final long first;
    private final List<T> items;
    private final Function<? super T, Score> scoring;
    private final BooleanSupplier stopped;
    private final FutureTask<List<BulkResult<T>>> task = new FutureTask<>(this::scored);

    Chunk(long first, List<T> items, Function<? super T, Score> scoring, BooleanSupplier stopped) {
        this.first = first;
        this.items = items;
        this.scoring = scoring;
        this.stopped = stopped;
    }

    /** Scores the leads, unless somebody does already. */
    void score() {
        task.run();
    }

    private List<BulkResult<T>> scored() {
        List<BulkResult<T>> done = new ArrayList<>(items.size());
        for (T item : items) {
            if (stopped.getAsBoolean()) {
                return done;
            }
            done.add(scored(item, first + done.size()));
        }
        return done;
    }

    /** Reading and scoring are host code, as far as the library knows: what they throw concerns this lead only. */
    private BulkResult<T> scored(T item, long number) {
        try {
            return new BulkResult.Scored<>(item, requireNonNull(scoring.apply(item), "score"));
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return new BulkResult.Failed<>(
                    item,
                    new Fault(
                            "leads[" + number + "]",
                            "a lead that can be read and scored",
                            e.getClass().getName(),
                            "It has no score."));
        }
    }

    int size() {
        return items.size();
    }

    /** What became of the leads; fewer than there are if it was stopped. Throws what is beyond repair. */
    List<BulkResult<T>> await() throws InterruptedException {
        score();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the signal to give up must answer, threw an exception", e.getCause());
        }
    }

    /** Waits until nobody works at it, however it ended; tells whether the thread was interrupted meanwhile. */
    boolean isInterruptedBeforeEnd() {
        boolean interrupted = false;
        score();
        while (true) {
            try {
                task.get();
                return interrupted;
            } catch (ExecutionException e) {
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
