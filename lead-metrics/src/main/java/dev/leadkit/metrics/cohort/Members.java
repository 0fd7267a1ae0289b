package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.fold.Counts;
import java.util.Optional;

/** Which leads are in a cohort: those that came at a known instant, and were not converted before it. */
final class Members {

    static final String BEFORE_CAPTURE = "converted before the capture";

    private Members() {}

    /** When a member came; others are counted as left out. */
    static Optional<FactEvent> captured(Counts counts, LeadFacts facts, long times) {
        Optional<FactEvent> captured = facts.captured();
        if (captured.isEmpty()) {
            counts.exclude(LeadFacts.UNDATED, times);
            return captured;
        }
        if (facts.converted().isPresent() && facts.converted().get().isBefore(captured.get())) {
            counts.exclude(BEFORE_CAPTURE, times);
            return Optional.empty();
        }
        return captured;
    }
}
