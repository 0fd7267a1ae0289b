package dev.leadkit.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.kit.LeadKpiContract;
import dev.leadkit.metrics.kpi.LeadConversion;
import dev.leadkit.metrics.kpi.SalesCycle;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class KpiSetLawsProperties extends LeadKpiContract<KpiSet.Results> {

    private static final LeadKpi<SalesCycle.Lengths> CYCLE = new SalesCycle();
    private static final LeadConversion CONVERSION = new LeadConversion();
    private static final KpiSet SET = KpiSet.of(List.of(CONVERSION, CYCLE));

    @Override
    protected LeadKpi<KpiSet.Results> subject() {
        return SET;
    }

    @Property(tries = 50)
    void eachResultIsThatOfTheKpiAlone(@ForAll("leads") List<LeadFacts> leads) {
        KpiSet.Results results = leads.stream().collect(SET.collector(Instant.EPOCH));
        assertThat(results.get(CYCLE)).isEqualTo(leads.stream().collect(CYCLE.collector(Instant.EPOCH)));
        assertThat(results.get(CONVERSION)).isEqualTo(leads.stream().collect(CONVERSION.collector(Instant.EPOCH)));
    }

    @Example
    void onlyItsOwnKpisAreThereAndEachOnce() {
        assertThat(SET.kpis()).isEqualTo(List.of(CONVERSION, CYCLE));
        assertThatThrownBy(() -> KpiSet.of(List.of(CYCLE, new SalesCycle())))
                .hasMessageStartingWith("kpis must be of different definitions");
        KpiSet.Results results = SET.result(SET.create(), Instant.EPOCH);
        LeadKpi<?> other = new Segmented<>(CONVERSION, Grouping.bySource());
        assertThatThrownBy(() -> results.get(other)).hasMessageContaining("was lead.conversion/1?by=source");
    }
}
