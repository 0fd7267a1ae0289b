package dev.leadkit.metrics.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.explain.Explanation.Cell;
import dev.leadkit.metrics.facts.DataFault;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one lead adds to the health of the data, once and several times. */
final class HealthDetailTest {

    private static final Instant DAY = Instant.parse("2026-03-10T00:00:00Z");
    private static final FactEvent CAME =
            new FactEvent("came", DAY, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true));

    private static LeadFacts lead(int records, FactEvent... events) {
        return LeadFacts.of(new LeadId("lead"), records, List.of(events));
    }

    private static LeadFacts voided() {
        return lead(
                1,
                CAME,
                new FactEvent("v1", DAY, new Occurrence.Voided()),
                new FactEvent("v2", DAY, new Occurrence.Voided()));
    }

    @Test
    @DisplayName("Three records of one lead are two too many")
    void merged() {
        MergedRecords kpi = new MergedRecords();
        assertThat(Explanation.of(kpi, lead(3, CAME)).cells())
                .containsExactly(
                        new Cell(List.of(), "merged into another", 0, 2),
                        new Cell(List.of(), "records", 0, 3),
                        new Cell(List.of(), "made of more than one record", 0, 1),
                        new Cell(List.of(), "leads", 0, 1));
        Counts counts = kpi.create();
        kpi.count(counts, lead(3, CAME), 2);
        MergedRecords.Duplicates twice = kpi.result(counts, DAY);
        assertThat(twice.records().basis().numerator()).isEqualByComparingTo("4");
        assertThat(twice.records().basis().denominator()).isEqualByComparingTo("6");
        assertThat(twice.leads().basis().numerator()).isEqualByComparingTo("2");
        assertThat(twice.records().definition().id()).isEqualTo("lead.duplicates/1");
        assertThat(twice.leads().definition().id()).isEqualTo("lead.duplicates.leads/1");
    }

    @Test
    @DisplayName("Two events with one fault are two faults of one lead")
    void faults() {
        DataFaults kpi = new DataFaults();
        Explanation why = Explanation.of(kpi, voided());
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "has any fault", 0, 1),
                        new Cell(List.of(), "all leads", 0, 1),
                        new Cell(List.of("NOTHING_TO_VOID"), "events with the fault", 0, 2),
                        new Cell(List.of("NOTHING_TO_VOID"), "has the fault", 0, 1));
        assertThat(why.faults()).isEqualTo(Map.of(DataFault.NOTHING_TO_VOID, 2));
        Counts counts = kpi.create();
        kpi.count(counts, voided(), 3);
        DataFaults.Fault fault =
                Objects.requireNonNull(kpi.result(counts, DAY).byFault().get(DataFault.NOTHING_TO_VOID));
        assertThat(fault.events()).isEqualTo(6);
        assertThat(fault.leads().basis().numerator()).isEqualByComparingTo("3");
        assertThat(fault.leads().definition().id()).isEqualTo("data.faults/1?fault=NOTHING_TO_VOID");
        assertThat(kpi.result(counts, DAY).any().definition().id()).isEqualTo("data.faults/1");
    }

    @Test
    @DisplayName("What was recorded when it happened is 0 seconds late")
    void late() {
        FactEvent late = new FactEvent("late", DAY, DAY.plusSeconds(9), new Occurrence.Responded());
        Explanation why = Explanation.of(new Lateness(), lead(1, CAME, late));
        assertThat(why.cells())
                .containsExactly(
                        new Cell(List.of(), "events recorded after seconds", 0, 1),
                        new Cell(List.of(), "events recorded after seconds", 9, 1));
        assertThat(why.evidence()).extracting(FactEvent::id).containsExactly("came", "late");
        assertThat(why.definition().id()).isEqualTo("data.lateness.p50/1");
    }
}
