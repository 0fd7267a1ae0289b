package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.AccumulatorContract;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;

final class CompletenessLawsProperties extends AccumulatorContract<AuditFacts, Tally<FieldCell>, Completeness.Filled> {
    @Override
    protected Accumulator<AuditFacts, Tally<FieldCell>, Completeness.Filled> subject() {
        return new Completeness(
                new TreeSet<>(List.of("city", "email", "phone")), new TreeSet<>(List.of("city", "email")));
    }

    @Override
    protected Arbitrary<AuditFacts> facts() {
        return AuditFactsArbitraries.leads();
    }
}
