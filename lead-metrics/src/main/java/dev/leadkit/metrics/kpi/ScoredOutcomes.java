package dev.leadkit.metrics.kpi;

import dev.leadkit.accuracy.OutcomeCounts;
import dev.leadkit.metrics.fold.Tally;
import org.jspecify.annotations.Nullable;

/** The state of {@link ScoreAccuracy}: outcomes by score, and the leads without a score. Mutable and not thread-safe. */
public final class ScoredOutcomes {

    private final OutcomeCounts outcomes = new OutcomeCounts();
    private final Tally<String> excluded = new Tally<>();

    ScoredOutcomes() {}

    OutcomeCounts outcomes() {
        return outcomes;
    }

    Tally<String> excluded() {
        return excluded;
    }

    void merge(ScoredOutcomes from) {
        outcomes.merge(from.outcomes);
        excluded.merge(from.excluded);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoredOutcomes that && outcomes.equals(that.outcomes) && excluded.equals(that.excluded);
    }

    @Override
    public int hashCode() {
        return 31 * outcomes.hashCode() + excluded.hashCode();
    }

    @Override
    public String toString() {
        return "ScoredOutcomes[" + outcomes + ", excluded " + excluded + "]";
    }
}
