package dev.leadkit.scoring.engine;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lends scorers to threads that do not keep one: a few that are at hand, or else a new one. A scorer comes back without the
 * lead that it scored. Thread-safe, without locks.
 */
final class ScorerPool {

    private static final int SIZE = 16;

    private final ScoringEngine engine;
    private final AtomicReferenceArray<Scorer> idle = new AtomicReferenceArray<>(SIZE);

    ScorerPool(ScoringEngine engine) {
        this.engine = engine;
    }

    Scorer take() {
        Scorer scorer = idle.getAndSet(place(), null);
        return scorer == null ? engine.scorer() : scorer;
    }

    void give(Scorer scorer) {
        scorer.forget();
        idle.lazySet(place(), scorer);
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & (SIZE - 1);
    }
}
