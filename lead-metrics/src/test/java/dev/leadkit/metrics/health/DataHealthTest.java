package dev.leadkit.metrics.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.kit.LeadFactsArbitraries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class DataHealthTest {

    @Provide
    Arbitrary<List<LeadFacts>> leads() {
        return LeadFactsArbitraries.facts().list().ofMaxSize(30);
    }

    private static <R> R result(LeadKpi<R> kpi, List<LeadFacts> leads) {
        Counts counts = kpi.create();
        leads.forEach(lead -> kpi.add(counts, lead));
        return kpi.result(counts, LeadFactsArbitraries.START);
    }

    private static List<Long> basis(KpiResult result) {
        return List.of(
                result.basis().numerator().longValueExact(),
                result.basis().denominator().longValueExact());
    }

    @Property(tries = 200)
    void faultsAreToldByReasonAndByLead(@ForAll("leads") List<LeadFacts> leads) {
        DataFaults.Found found = result(new DataFaults(), leads);
        assertThat(found.byFault().keySet()).containsExactly(DataFault.values());
        for (DataFault fault : DataFault.values()) {
            DataFaults.Fault told = Objects.requireNonNull(found.byFault().get(fault));
            assertThat(told.events())
                    .isEqualTo(leads.stream()
                            .mapToLong(lead -> lead.faults().getOrDefault(fault, 0))
                            .sum());
            long with = leads.stream()
                    .filter(lead -> lead.faults().containsKey(fault))
                    .count();
            assertThat(basis(told.leads())).isEqualTo(List.of(with, (long) leads.size()));
        }
        assertThat(basis(found.any()).get(0))
                .isEqualTo(
                        leads.stream().filter(lead -> !lead.faults().isEmpty()).count());
    }

    @Property(tries = 200)
    void recordsAndLeadsReconcile(@ForAll("leads") List<LeadFacts> leads) {
        MergedRecords.Duplicates duplicates = result(new MergedRecords(), leads);
        long records = leads.stream().mapToLong(LeadFacts::records).sum();
        assertThat(basis(duplicates.records())).isEqualTo(List.of(records - leads.size(), records));
        assertThat(basis(duplicates.leads()))
                .isEqualTo(List.of(
                        leads.stream().filter(lead -> lead.records() > 1).count(), (long) leads.size()));
    }

    @Example
    void lateEventsAreToldAndEarlyOnesLeftOut() {
        var what = new Occurrence.Responded();
        var at = LeadFactsArbitraries.START;
        LeadFacts lead = LeadFacts.of(
                new LeadId("lead"),
                List.of(
                        new FactEvent("a", at, what),
                        new FactEvent("b", at, at.plusSeconds(7), what),
                        new FactEvent("c", at, at.plusSeconds(9), what),
                        new FactEvent("d", at, at.minusNanos(1), what)));
        Lateness.Delays delays = result(new Lateness(), List.of(lead));
        assertThat(delays.p50().value()).isEqualTo(new KpiValue.Known(new BigDecimal("7.000000")));
        assertThat(delays.p99().value()).isEqualTo(new KpiValue.Known(new BigDecimal("9.000000")));
        assertThat(delays.p50().basis().excluded()).containsEntry("recorded before it happened", 1L);
        assertThat(new Lateness().evidence(lead)).hasSize(4);
        assertThat(result(new Lateness(), List.of()).p50().value()).isEqualTo(new KpiValue.Undefined("no event"));
    }
}
