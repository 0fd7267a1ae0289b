package dev.leadkit.scoring.engine;

import dev.leadkit.condition.index.Found;
import dev.leadkit.lead.Points;
import java.util.Arrays;

/**
 * A total that knows where it comes from, and says so when it is asked: a few references, not yet a score. {@link
 * ScoringEngine#score(Tally, dev.leadkit.condition.Facts)} makes the score of it. Immutable and thread-safe.
 */
public final class Tally {

    private final CompiledRules rules;
    private final long total;
    private final Found found;

    /** Places and units, in turn, of what did not come from a condition. */
    private final long[] others;

    private final Doubtful doubtful;

    Tally(CompiledRules rules, long total, Found found, long[] others, Doubtful doubtful) {
        this.rules = rules;
        this.total = total;
        this.found = found;
        this.others = others;
        this.doubtful = doubtful;
    }

    /**
     * The total.
     *
     * @return the exact total
     */
    public Points total() {
        return new Points(total);
    }

    /**
     * The rules that gave points or took some, and the disqualifiers that hold, in no particular order.
     *
     * @return their places in the model: rules counted from 0 through all dimensions, which {@link
     *     ScoringEngine#rule(int)} has, and disqualifiers behind them
     */
    public int[] fired() {
        int[] places = new int[found.size() + others.length / 2];
        found.copy(places);
        int end = rules.places(places, found.size());
        for (int i = 0; i < others.length; i += 2) {
            places[end++] = (int) others[i];
        }
        return end == places.length ? places : Arrays.copyOf(places, end);
    }

    /** What could not be evaluated. */
    Doubtful doubtful() {
        return doubtful;
    }

    /** Writes what each place gives, before its own limits. */
    void write(long[] units) {
        int[] entries = new int[found.size()];
        found.copy(entries);
        for (int number : entries) {
            ConditionEntry entry = rules.index().entry(number);
            if (entry.units() != 0) {
                units[entry.place()] = entry.units();
            }
        }
        for (int i = 0; i < others.length; i += 2) {
            units[(int) others[i]] = others[i + 1];
        }
    }

    @Override
    public String toString() {
        return "Tally[" + total() + " points]";
    }
}
