package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.AccumulatorContract;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import net.jqwik.api.Arbitrary;

final class DuplicatesLawsProperties extends AccumulatorContract<AuditFacts, Tally<KeyedLead>, Duplicates.Shared> {
    @Override
    protected Accumulator<AuditFacts, Tally<KeyedLead>, Duplicates.Shared> subject() {
        return new Duplicates();
    }

    @Override
    protected Arbitrary<AuditFacts> facts() {
        return AuditFactsArbitraries.leads();
    }
}
