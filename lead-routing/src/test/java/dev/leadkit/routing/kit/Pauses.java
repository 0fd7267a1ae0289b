package dev.leadkit.routing.kit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * After so many steps of any threads all of them pause, and the one that took the last step does something alone: reads a feed,
 * before its ledger can have forgotten any of it.
 */
public final class Pauses {

    private final int steps;
    private final Runnable alone;
    private final Semaphore left;
    private final AtomicInteger done = new AtomicInteger();

    /** Pauses after so many steps. */
    public Pauses(int steps, Runnable alone) {
        this.steps = steps;
        this.alone = alone;
        this.left = new Semaphore(steps);
    }

    /** Takes a step, perhaps after the pause. */
    public void step(Runnable step) {
        left.acquireUninterruptibly();
        try {
            step.run();
        } finally {
            if (done.incrementAndGet() == steps) {
                pause();
            }
        }
    }

    /** All steps that were allowed are done, so nobody else is here. */
    private void pause() {
        try {
            alone.run();
        } finally {
            done.set(0);
            left.release(steps);
        }
    }
}
