package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Sample;
import dev.leadkit.metrics.kit.AccumulatorContract;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import net.jqwik.api.Arbitrary;

final class NeglectLawsProperties extends AccumulatorContract<AuditFacts, Sample<Standing>, Neglect.Forgotten> {
    @Override
    protected Accumulator<AuditFacts, Sample<Standing>, Neglect.Forgotten> subject() {
        return new Neglect(30);
    }

    @Override
    protected Arbitrary<AuditFacts> facts() {
        return AuditFactsArbitraries.leads();
    }
}
