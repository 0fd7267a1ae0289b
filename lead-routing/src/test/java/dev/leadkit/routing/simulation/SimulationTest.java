package dev.leadkit.routing.simulation;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SimulationTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    static LeadHistory history(String id, String country, Instant at) {
        LeadId lead = new LeadId(id);
        EventHeader header = new EventHeader(EventId.derived(lead, "update"), lead, at, at);
        FieldValues values = FieldValues.builder().set(COUNTRY, country).build();
        return LeadHistory.of(lead, List.of(Updated.of(header, new Origin("test", id, true), values)));
    }

    private static Visit visit(String id, int minute, int handling) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        return new Visit(history(id, "DE", at), at, Duration.ofMinutes(handling), Optional.of(ANN));
    }

    private static RoutingPlan plan(Rep... reps) {
        PlanBuilder plan = RoutingPlan.builder("today", "1").queue("waiting");
        List.of(reps).forEach(plan::rep);
        return plan.build();
    }

    private static SimulationReport run(RoutingPlan plan, List<Visit> visits) {
        return Simulation.run(plan, RoutingRegistry.EMPTY, visits, 7);
    }

    @Test
    @DisplayName("a lead waits until a place becomes free, and the report says how long")
    void waits() {
        SimulationReport report =
                run(plan(Rep.of("ann", 1)), List.of(visit("one", 0, 30), visit("two", 10, 30), visit("three", 20, 5)));

        assertThat(report.fates())
                .containsExactly(
                        new Fate(new LeadId("one"), Optional.of(ANN), Duration.ZERO),
                        new Fate(new LeadId("two"), Optional.of(ANN), Duration.ofMinutes(20)),
                        new Fate(new LeadId("three"), Optional.of(ANN), Duration.ofMinutes(40)));
        assertThat(report.longestWait()).isEqualTo(Duration.ofMinutes(40));
        assertThat(report.reps()).containsExactly(new RepTally(ANN, 1, 3, 1, 0, 0));
    }

    @Test
    @DisplayName("a lead that nobody can ever take is unroutable")
    void unroutable() {
        RoutingPlan plan = RoutingPlan.builder("today", "1")
                .territory("dach", field(COUNTRY).is("FR"))
                .rep(Rep.of("ann", 9).serving("dach"))
                .queue("waiting")
                .build();

        SimulationReport report = run(plan, List.of(visit("one", 0, 5)));

        assertThat(report.unroutable()).isEqualTo(1);
        assertThat(report.fates().get(0).rep()).isEmpty();
        assertThat(report.gini()).isEmpty();
    }

    @Test
    @DisplayName("what really happened is told in the same figures, and the difference is listed")
    void sideBySide() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            visits.add(visit("lead-" + i, i, 1));
        }
        RoutingPlan plan = plan(Rep.of("ann", 9), Rep.of("bob", 9));

        SimulationReport was = Simulation.asItWas(plan, RoutingRegistry.EMPTY, visits);
        SimulationReport would = run(plan, visits);

        assertThat(was.received(ANN)).isEqualTo(10);
        assertThat(was.largestLag()).isEqualByComparingTo("5");
        assertThat(was.gini()).hasValueSatisfying(gini -> assertThat(gini).isEqualByComparingTo("0.5"));
        assertThat(would.received(ANN)).isEqualTo(5);
        assertThat(would.largestLag()).isEqualByComparingTo("0.5");
        assertThat(would.gini()).hasValueSatisfying(gini -> assertThat(gini).isEqualByComparingTo(BigDecimal.ZERO));
        assertThat(would.changedFrom(was))
                .hasSize(5)
                .allMatch(fate -> fate.rep().equals(Optional.of(BOB)));
        assertThat(would.reps().stream().mapToLong(RepTally::lag).sum()).isZero();
    }

    @Test
    @DisplayName(
            "a new plan stands beside the one in force: who would get what, how long they wait, whom nobody could take")
    void twoPlans() {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            visits.add(visit("lead-" + i, i, 10));
        }
        RoutingPlan next = RoutingPlan.builder("tomorrow", "1")
                .territory("abroad", field(COUNTRY).is("FR"))
                .territory("home", field(COUNTRY).is("DE"))
                .rep(Rep.of("ann", 9).serving("abroad"))
                .rep(Rep.of("bob", 1).serving("home"))
                .queue("waiting")
                .build();

        SimulationReport today = run(plan(Rep.of("ann", 9), Rep.of("bob", 9)), visits);
        SimulationReport tomorrow = run(next, visits);

        assertThat(List.of(today.received(ANN), today.received(BOB))).containsExactly(3, 3);
        assertThat(List.of(tomorrow.received(ANN), tomorrow.received(BOB))).containsExactly(0, 6);
        assertThat(tomorrow.changedFrom(today))
                .hasSize(3)
                .allMatch(fate -> fate.rep().equals(Optional.of(BOB)));
        assertThat(today.longestWait()).isZero();
        assertThat(tomorrow.longestWait()).isEqualTo(Duration.ofMinutes(5 * 10 - 5));
        assertThat(List.of(today.unroutable(), tomorrow.unroutable())).containsExactly(0, 0);
    }

    @Test
    @DisplayName("the order in which visits are handed in makes no difference, and every lead has one fate")
    void anyOrder() {
        Random random = new Random(5);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            visits.add(visit("lead-" + i, random.nextInt(100), random.nextInt(40)));
        }
        RoutingPlan plan = plan(
                Rep.of("ann", 2).weighing(3), Rep.of("bob", 3), Rep.of("cem", 1).weighing(2));
        SimulationReport report = run(plan, visits);
        Collections.shuffle(visits, random);

        assertThat(run(plan, visits)).isEqualTo(report);
        assertThat(report.fates()).hasSize(200).allMatch(fate -> fate.rep().isPresent());
        assertThat(report.reps().stream().mapToInt(RepTally::received).sum()).isEqualTo(200);
        assertThat(report.reps()).extracting(RepTally::peak).containsExactly(2, 3, 1);
        assertThat(report.reps().stream().mapToLong(RepTally::lag).sum()).isZero();
        assertThat(report.largestLag()).isGreaterThan(BigDecimal.valueOf(Lag.ONE_LEAD, 16));
    }

    @Test
    @DisplayName("a lead that comes twice is refused")
    void twice() {
        List<Visit> visits = List.of(visit("one", 0, 5), visit("one", 1, 5));

        assertThatThrownBy(() -> run(plan(Rep.of("ann", 1)), visits))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a lead must come once, one came twice");
    }
}
