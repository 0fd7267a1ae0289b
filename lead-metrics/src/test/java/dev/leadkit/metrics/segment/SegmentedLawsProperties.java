package dev.leadkit.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.kpi.LeadConversion;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A breakdown within a breakdown keeps the laws, and each level is the sum of the next. */
final class SegmentedLawsProperties extends LeadKpiContract<Breakdown<Breakdown<KpiResult>>> {

    private static final LeadConversion WHOLE = new LeadConversion();

    @Override
    protected LeadKpi<Breakdown<Breakdown<KpiResult>>> subject() {
        return new Segmented<>(new Segmented<>(WHOLE, Grouping.byField("size")), Grouping.bySource());
    }

    @Property(tries = 100)
    void theWholeIsTheKpiOfAllAndEachGroupThatOfItsLeads(@ForAll("leads") List<LeadFacts> leads) {
        Breakdown<Breakdown<KpiResult>> result =
                leads.stream().collect(subject().collector(Instant.EPOCH));
        assertThat(result.all().all()).isEqualTo(leads.stream().collect(WHOLE.collector(Instant.EPOCH)));
        result.groups()
                .forEach((source, part) -> part.groups().forEach((size, rate) -> {
                    Counts counts = new Counts();
                    leads.stream()
                            .filter(lead -> Grouping.bySource().of(lead).equals(source)
                                    && Grouping.byField("size").of(lead).equals(size))
                            .forEach(lead -> WHOLE.add(counts, lead));
                    assertThat(rate).isEqualTo(WHOLE.result(counts, Instant.EPOCH));
                }));
        assertThat(result.groups().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        leads.stream().map(Grouping.bySource()::of).distinct().toList());
    }
}
