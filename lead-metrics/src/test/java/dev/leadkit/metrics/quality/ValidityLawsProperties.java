package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.AccumulatorContract;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import net.jqwik.api.Arbitrary;

final class ValidityLawsProperties extends AccumulatorContract<SubmissionFacts, Tally<ColumnCell>, Validity.Valid> {
    @Override
    protected Accumulator<SubmissionFacts, Tally<ColumnCell>, Validity.Valid> subject() {
        return new Validity();
    }

    @Override
    protected Arbitrary<SubmissionFacts> facts() {
        return AuditFactsArbitraries.submissions();
    }
}
