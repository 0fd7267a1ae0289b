package dev.leadkit.metrics.quality;

import dev.leadkit.metrics.fold.Accumulator;
import dev.leadkit.metrics.fold.Tally;
import dev.leadkit.metrics.kit.AccumulatorContract;
import dev.leadkit.metrics.kit.AuditFactsArbitraries;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;

final class StalenessLawsProperties extends AccumulatorContract<AuditFacts, Tally<Word>, Staleness.Ages> {
    @Override
    protected Accumulator<AuditFacts, Tally<Word>, Staleness.Ages> subject() {
        return new Staleness(new TreeSet<>(List.of("city", "email")), ZoneId.of("America/Sao_Paulo"), 30);
    }

    @Override
    protected Arbitrary<AuditFacts> facts() {
        return AuditFactsArbitraries.leads();
    }
}
