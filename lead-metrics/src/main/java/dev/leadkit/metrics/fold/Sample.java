package dev.leadkit.metrics.fold;

import org.jspecify.annotations.Nullable;

/**
 * A state that serves many KPIs: what was counted, and how many leads were left out for which reason. Mutable and not
 * thread-safe.
 *
 * @param <K> what is counted
 */
public final class Sample<K extends Comparable<? super K>> {

    private final Tally<K> counted = new Tally<>();
    private final Tally<String> excluded = new Tally<>();

    /** Starts with nothing. */
    public Sample() {}

    /**
     * What was counted.
     *
     * @return the live counts of this state
     */
    public Tally<K> counted() {
        return counted;
    }

    /**
     * How many leads were left out, by reason.
     *
     * @return the live counts of this state
     */
    public Tally<String> excluded() {
        return excluded;
    }

    /**
     * Adds another state.
     *
     * @param from left as it is; not this state
     */
    public void merge(Sample<K> from) {
        counted.merge(from.counted);
        excluded.merge(from.excluded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sample<?> that && counted.equals(that.counted) && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return 31 * counted.hashCode() + excluded.hashCode();
    }

    @Override
    public String toString() {
        return "Sample[" + counted + ", excluded " + excluded + "]";
    }
}
