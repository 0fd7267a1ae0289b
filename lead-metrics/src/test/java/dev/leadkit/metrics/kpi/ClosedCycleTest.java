package dev.leadkit.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.LeadFacts;
import dev.leadkit.metrics.facts.LeadKpi;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ClosedCycleTest {

    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Occurrence WON = new Occurrence.Converted(Optional.empty(), Optional.empty());
    private static final Occurrence LOST = new Occurrence.Lost(Optional.empty());

    private static LeadFacts lead(Instant came, Instant then, Occurrence what) {
        return LeadFacts.of(
                new LeadId("lead"),
                List.of(
                        new FactEvent("a", came, new Occurrence.Submitted(Optional.empty(), FieldValues.EMPTY, true)),
                        new FactEvent("b", then, what)));
    }

    private static <R> R result(LeadKpi<R> kpi, Instant asOf, LeadFacts... leads) {
        Counts counts = kpi.create();
        for (LeadFacts lead : leads) {
            kpi.add(counts, lead);
        }
        return kpi.result(counts, asOf);
    }

    @Test
    @DisplayName("All closed leads: the lost ones too, those closed in the period only, the others by reason")
    void closed() {
        LeadFacts[] leads = {
            lead(T0, T0.plusSeconds(10), WON),
            lead(T0, T0.plusSeconds(20), LOST),
            lead(T0, T0.plusSeconds(30), LOST),
            lead(T0, T0.plusSeconds(9), LOST),
            lead(T0, T0.minusSeconds(1), LOST),
            lead(T0, T0.plusSeconds(20), new Occurrence.Responded())
        };
        SalesCycle inPeriod = new SalesCycle(SalesCycle.Population.CLOSED, T0.plusSeconds(10), T0.plusSeconds(30));
        SalesCycle.Lengths lengths = result(inPeriod, T0, leads);
        assertThat(lengths.p50().value()).isEqualTo(new KpiValue.Known(new BigDecimal("10.000000")));
        assertThat(lengths.p90().value()).isEqualTo(new KpiValue.Known(new BigDecimal("20.000000")));
        assertThat(lengths.p90().basis().excluded())
                .isEqualTo(Map.of("closed outside the period", 2L, "closed before the capture", 1L, "not closed", 1L));
        assertThat(lengths.p90().definition().id())
                .isEqualTo("lead.cycle.closed.p90/1?from=2026-03-01T00:00:10Z&to=2026-03-01T00:00:30Z");
        assertThat(inPeriod.evidence(leads[1])).hasSize(2);
        assertThat(result(new SalesCycle(SalesCycle.Population.CLOSED), T0, leads)
                        .p90()
                        .basis()
                        .denominator())
                .isEqualTo(BigDecimal.valueOf(4));
        assertThat(new SalesCycle().definition().id()).isEqualTo("lead.cycle.p50/1");
        assertThatThrownBy(() -> new SalesCycle(SalesCycle.Population.WON, T0, T0))
                .hasMessageStartingWith("to must be after from");
    }

    private static LeadFacts qualified(String day) {
        Instant at = Instant.parse(day + "T12:00:00Z");
        return lead(at.minusSeconds(5), at, new Occurrence.Entered(new Stage("mql")));
    }

    @Test
    @DisplayName(
            "Month to date: the days that are over against the same days of the month before, all of it if it was shorter")
    void monthToDate() {
        LeadVelocity velocity = new LeadVelocity(Set.of(new Stage("mql")), ZoneOffset.UTC);
        LeadFacts[] leads = {
            qualified("2026-02-01"),
            qualified("2026-02-02"),
            qualified("2026-02-28"),
            qualified("2026-03-01"),
            qualified("2026-03-02"),
            qualified("2026-03-02"),
            qualified("2026-03-03")
        };
        var third =
                result(velocity, Instant.parse("2026-03-03T23:00:00Z"), leads).toDate();
        assertThat(third.value()).isEqualTo(new KpiValue.Known(new BigDecimal("0.500000")));
        assertThat(third.basis().denominator()).isEqualTo(BigDecimal.valueOf(2));
        assertThat(result(velocity, Instant.parse("2026-03-31T00:00:00Z"), leads)
                        .toDate()
                        .value())
                .isEqualTo(new KpiValue.Known(new BigDecimal("0.333333")));
        assertThat(result(velocity, Instant.parse("2026-03-01T23:00:00Z"), leads)
                        .toDate()
                        .value())
                .isEqualTo(new KpiValue.Undefined("no day of the month is over"));
        assertThat(result(velocity, Instant.parse("2026-04-02T23:00:00Z"), qualified("2026-04-01"))
                        .toDate()
                        .value())
                .isEqualTo(new KpiValue.Undefined("no lead was first qualified on those days before"));
    }

    @Test
    @DisplayName("A state of another version of the criteria is refused")
    void versions() throws IOException {
        LeadVelocity one = new LeadVelocity(Set.of(new Stage("mql")), ZoneOffset.UTC, "1");
        LeadVelocity two = new LeadVelocity(Set.of(new Stage("mql")), ZoneOffset.UTC, "2");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.write(one.create(), new DataOutputStream(bytes));
        assertThat(one.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(one.create());
        assertThatThrownBy(() -> two.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version=1");
    }
}
