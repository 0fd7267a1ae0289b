package dev.leadkit.scoring.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same in several threads that begin at the same moment. */
final class Threads {

    private static final int THREADS = 4;
    private static final int ROUNDS = 5;

    private Threads() {}

    /** What each of the threads got for each of the inputs, in each of some rounds; what one throws is thrown here. */
    static <T, R> List<List<R>> each(List<T> inputs, Function<T, R> work) {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<List<List<R>>>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    List<List<R>> rounds = new ArrayList<>();
                    for (int round = 0; round < ROUNDS; round++) {
                        rounds.add(inputs.stream().map(work).toList());
                    }
                    return rounds;
                }));
            }
            List<List<R>> results = new ArrayList<>();
            for (Future<List<List<R>>> each : running) {
                results.addAll(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed with " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
