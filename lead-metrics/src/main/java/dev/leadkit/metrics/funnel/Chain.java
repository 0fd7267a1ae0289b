package dev.leadkit.metrics.funnel;

import dev.leadkit.metrics.facts.FactEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One entry's way through the funnel. */
final class Chain {

    private final @Nullable FactEvent[] taken;
    private final FactEvent start;
    /** The number of the deepest step, from 0. */
    private final int deepest;

    private final boolean implied;
    private final boolean excluded;
    private final FactEvent latestStart;

    private Chain(@Nullable FactEvent[] taken, int deepest, Ends ends, boolean implied, boolean excluded) {
        this.taken = taken;
        this.deepest = deepest;
        this.start = ends.start();
        this.latestStart = ends.latestStart();
        this.implied = implied;
        this.excluded = excluded;
    }

    /** The event that began it, and the latest that could have. */
    record Ends(FactEvent start, FactEvent latestStart) {}

    static Chain of(@Nullable FactEvent[] taken, int deepest, Ends ends) {
        return new Chain(taken, deepest, ends, false, false);
    }

    static Chain implying(@Nullable FactEvent[] taken, int deepest, FactEvent start) {
        return new Chain(taken, deepest, new Ends(start, start), true, false);
    }

    static Chain excluded(FactEvent start) {
        return new Chain(new FactEvent[0], -1, new Ends(start, start), false, true);
    }

    /** The same way, of which more may come from a later entry. */
    Chain until(FactEvent latest) {
        return of(taken, deepest, new Ends(start, latest));
    }

    boolean isExcluded() {
        return excluded;
    }

    FactEvent start() {
        return start;
    }

    /** The start whose window is over last. */
    FactEvent latestStart() {
        return latestStart;
    }

    /** How many steps count as taken. */
    int length() {
        int length = 0;
        for (int step = 0; step < taken.length; step++) {
            length += counts(step) ? 1 : 0;
        }
        return length;
    }

    /** Whether a step counts as taken. */
    boolean counts(int step) {
        return implied ? step <= deepest : taken[step] != null;
    }

    /** What took a step; null if nothing did. */
    @Nullable FactEvent taken(int step) {
        return taken[step];
    }

    @Override
    public String toString() {
        return "Chain" + Arrays.toString(taken);
    }
}
