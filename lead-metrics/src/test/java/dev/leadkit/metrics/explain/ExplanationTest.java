package dev.leadkit.metrics.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.response.ResponseTime;
import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.Segmented;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ExplanationTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final FactEvent CAME =
            new FactEvent("came", T0, new Occurrence.Submitted(Optional.empty(), Story.source("web"), true));
    private static final LeadKpi<?> KPI =
            new Segmented<>(new ResponseTime(ResponseTime.USUAL_TARGET), Grouping.bySource());

    @Test
    void aLeadCountsWhereItsEventsSay() {
        FactEvent answer = new FactEvent("called", T0.plusSeconds(301), new Occurrence.Responded());
        Explanation why = Explanation.of(KPI, LeadFacts.of(new LeadId("lead"), List.of(answer, CAME)));
        assertThat(why.cells())
                .containsExactly(
                        new Explanation.Cell(List.of("web"), "answered after seconds", 300, 1),
                        new Explanation.Cell(List.of("web"), "in time (1) or late (0)", 0, 1));
        assertThat(why.evidence()).containsExactly(CAME, answer);
        assertThat(why.excluded()).isEmpty();
        assertThat(why.definition()).isEqualTo(KPI.definition());
        assertThat(why.lead()).isEqualTo(new LeadId("lead"));
    }

    @Test
    void aLeadThatIsLeftOutSaysWhyAndWhatIsWrongWithIt() {
        Occurrence undated = new Occurrence.Submitted(Optional.empty(), Story.source("web"), false);
        FactEvent odd = new FactEvent("odd", T0, new Occurrence.Unknown("fax"));
        Explanation why =
                Explanation.of(KPI, LeadFacts.of(new LeadId("lead"), List.of(new FactEvent("e", T0, undated), odd)));
        assertThat(why.cells()).isEmpty();
        assertThat(why.excluded()).isEqualTo(Map.of(LeadFacts.UNDATED, 1L));
        assertThat(why.faults()).isEqualTo(Map.of(DataFault.UNKNOWN_TYPE, 1));
    }

    @Test
    void faultsStandInTheSameOrderEveryTime() {
        SortedMap<DataFault, Integer> all = new TreeMap<>();
        for (DataFault fault : DataFault.values()) {
            all.put(fault, 1);
        }
        Definition definition = new Definition("a/1", "A.");
        Explanation why =
                new Explanation(definition, new LeadId("a"), List.of(), new TreeMap<>(), List.of(), new HashMap<>(all));
        assertThat(why.faults().keySet()).containsExactly(DataFault.values());
    }
}
