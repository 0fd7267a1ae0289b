package dev.leadkit.enrichment;

import java.util.concurrent.atomic.AtomicLong;

/** Counts down what is left. */
final class CountedBudget implements Budget {

    private final AtomicLong left;

    CountedBudget(long calls) {
        left = new AtomicLong(calls);
    }

    @Override
    public boolean take(String provider) {
        return left.getAndUpdate(calls -> Math.max(0, calls - 1)) > 0;
    }

    @Override
    public void giveBack(String provider) {
        left.updateAndGet(calls -> calls == Long.MAX_VALUE ? calls : calls + 1);
    }
}
