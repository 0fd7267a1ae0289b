package dev.leadkit.scoring.bulk;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Score;
import dev.leadkit.port.LeadScorer;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Scores a stream of leads of any length. At any time it holds {@code (ahead + 1) * chunk} leads and their scores at most.
 * Results come in the order of the input, in the calling thread. A lead that cannot be read or scored is reported, and the rest
 * goes on. It starts no thread: work is done in the calling thread, and beside it in the executor that is given. Immutable;
 * each run is for itself.
 *
 * <pre>{@code
 * BulkReport report = BulkScoring.<LeadId>of(id -> engine.score(store.load(id).orElseThrow().history(), now))
 *     .on(executor, 4)
 *     .cancelledBy(stop::get)
 *     .onProgress(soFar -> log(soFar.leads()))
 *     .run(ids, result -> result.score().ifPresent(score -> keep(result.item(), score)));
 * }</pre>
 *
 * @param <T> what the stream is made of: histories, or identifiers of leads to read
 */
public final class BulkScoring<T> {

    private static final int CHUNK = 256;
    private static final int MOST = 100_000;

    private final Function<? super T, Score> scoring;
    private final Settings settings;

    private BulkScoring(Function<? super T, Score> scoring, Settings settings) {
        this.scoring = requireNonNull(scoring, "scoring");
        this.settings = settings;
    }

    record Settings(
            Executor executor, int ahead, int chunk, BooleanSupplier cancelled, Consumer<BulkReport> progress) {}

    /**
     * Scores histories at a moment, in the calling thread, in chunks of 256.
     *
     * @param scorer the scorer
     * @param asOf the moment
     * @return the work
     */
    public static BulkScoring<LeadHistory> of(LeadScorer scorer, Instant asOf) {
        requireNonNull(scorer, "scorer");
        requireNonNull(asOf, "asOf");
        return of(history -> scorer.score(history, asOf));
    }

    /**
     * Scores whatever leads can be found by, in the calling thread, in chunks of 256.
     *
     * @param scoring finds the lead and scores it; must be thread-safe where there is an executor. What it throws concerns its
     *     lead only; only an error of the virtual machine ends the run
     * @param <T> what the stream is made of
     * @return the work
     */
    public static <T> BulkScoring<T> of(Function<? super T, Score> scoring) {
        return new BulkScoring<>(scoring, new Settings(Runnable::run, 1, CHUNK, () -> false, report -> {}));
    }

    /**
     * The same with threads of the caller. The calling thread works, too, whenever it would have to wait: an executor that is busy,
     * full or shut down makes the work slower, and never stops it.
     *
     * @param executor runs chunks
     * @param ahead how many chunks are handed to it before the first of them is needed, 1 to 100,000; its number of threads
     *     is a good choice
     * @return the work
     */
    public BulkScoring<T> on(Executor executor, int ahead) {
        requireNonNull(executor, "executor");
        check("ahead", ahead);
        return with(new Settings(executor, ahead, settings.chunk, settings.cancelled, settings.progress));
    }

    /**
     * The same with chunks of another size.
     *
     * @param leads how many leads are scored together, 1 to 100,000
     * @return the work
     */
    public BulkScoring<T> chunk(int leads) {
        check("chunk", leads);
        return with(new Settings(settings.executor, settings.ahead, leads, settings.cancelled, settings.progress));
    }

    /**
     * The same with a signal to give up. It is asked before each lead. Results that were told until then are those of the first
     * leads of the stream, without a gap. An interrupt of the calling thread gives up as well, and stays set.
     *
     * @param cancelled whether to give up; thread-safe, and true from then on
     * @return the work
     */
    public BulkScoring<T> cancelledBy(BooleanSupplier cancelled) {
        requireNonNull(cancelled, "cancelled");
        return with(new Settings(settings.executor, settings.ahead, settings.chunk, cancelled, settings.progress));
    }

    /**
     * The same with somebody who is told after each chunk how far it is.
     *
     * @param progress gets the counts so far, in the calling thread
     * @return the work
     */
    public BulkScoring<T> onProgress(Consumer<BulkReport> progress) {
        requireNonNull(progress, "progress");
        return with(new Settings(settings.executor, settings.ahead, settings.chunk, settings.cancelled, progress));
    }

    private static void check(String what, int number) {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException(what + " must be 1 to " + MOST + ", was " + number);
        }
    }

    private BulkScoring<T> with(Settings others) {
        return new BulkScoring<>(scoring, others);
    }

    /**
     * Scores the stream. What the stream, the consumers or the executor throw ends the run and goes through to the caller; no
     * thread works for it any more then.
     *
     * @param items the stream, read in the calling thread
     * @param results gets each result once, in the order of the stream, in the calling thread
     * @return what became of the leads
     */
    public BulkReport run(Iterator<? extends T> items, Consumer<? super BulkResult<T>> results) {
        return new BulkRun<T>(settings, scoring, items).run(results);
    }
}
