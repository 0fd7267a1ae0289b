package dev.leadkit.metrics.segment;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import java.util.Locale;
import java.util.Optional;

/** Moments without parameters. */
enum Moment implements AsOf {
    CAPTURED {
        @Override
        public Optional<FactEvent> of(LeadFacts facts) {
            return facts.captured();
        }
    },
    OUTCOME {
        @Override
        public Optional<FactEvent> of(LeadFacts facts) {
            return facts.converted().or(facts::lost);
        }
    };

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
