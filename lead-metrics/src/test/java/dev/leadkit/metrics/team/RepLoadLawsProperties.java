package dev.leadkit.metrics.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.kit.LeadKpiContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class RepLoadLawsProperties extends LeadKpiContract<SortedMap<String, KpiResult>> {

    @Override
    protected LeadKpi<SortedMap<String, KpiResult>> subject() {
        return new RepLoad();
    }

    @Property(tries = 200)
    void everyOpenLeadIsOneOfItsLastOwners(@ForAll("leads") List<LeadFacts> leads) {
        Map<String, Long> naive = new TreeMap<>();
        long open = 0;
        for (LeadFacts lead : leads) {
            if (lead.converted().isPresent() || lead.lost().isPresent()) {
                continue;
            }
            String owner = "(missing)";
            for (FactEvent event : lead.events()) {
                if (event.what() instanceof Occurrence.Owned owned) {
                    owner = owned.rep().map(rep -> rep.value()).orElse("(missing)");
                }
            }
            naive.merge(owner, 1L, Long::sum);
            open++;
        }
        SortedMap<String, KpiResult> loads = leads.stream().collect(subject().collector(Instant.EPOCH));
        assertThat(loads.keySet()).isEqualTo(naive.keySet());
        for (Map.Entry<String, KpiResult> load : loads.entrySet()) {
            assertThat(load.getValue().basis().numerator().longValueExact()).isEqualTo(naive.get(load.getKey()));
            assertThat(load.getValue().basis().denominator().longValueExact()).isEqualTo(open);
            long closed = load.getValue().basis().excluded().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(closed + open).isEqualTo(leads.size());
        }
    }
}
