package dev.leadkit.routing.simulation;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The figures of a simulation")
final class SimulationFiguresTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final long HALF = Lag.ONE_LEAD / 2;

    private static Visit visit(String id, int minute, int handling, String... taker) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        Optional<RepId> rep = List.of(taker).stream().findFirst().map(RepId::new);
        return new Visit(SimulationTest.history(id, "DE", at), at, Duration.ofMinutes(handling), rep);
    }

    private static PlanBuilder plan(Rep... reps) {
        PlanBuilder plan = RoutingPlan.builder("today", "1").queue("waiting");
        List.of(reps).forEach(plan::rep);
        return plan;
    }

    private static SimulationReport run(PlanBuilder plan, Visit... visits) {
        return Simulation.run(plan.build(), RoutingRegistry.EMPTY, List.of(visits), 7);
    }

    private static SimulationReport asItWas(PlanBuilder plan, Visit... visits) {
        return Simulation.asItWas(plan.build(), RoutingRegistry.EMPTY, List.of(visits));
    }

    private static RepTally tally(SimulationReport report, String rep) {
        return report.reps().stream()
                .filter(each -> each.rep().value().equals(rep))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("count a lead as open until the end of its time, and no longer")
    void peak() {
        SimulationReport report = asItWas(
                plan(Rep.of("ann", 9)),
                visit("one", 0, 30, "ann"),
                visit("two", 10, 30, "ann"),
                visit("three", 30, 5, "ann"),
                visit("four", 36, 0, "ann"));

        assertThat(tally(report, "ann").peak()).isEqualTo(2);
        assertThat(report.longestWait()).isZero();
        assertThat(report.reps()).hasSize(1);
    }

    @Test
    @DisplayName("tell within which time so many found a rep, those aside who found none")
    void waitsByRank() {
        List<Fate> fates = new ArrayList<>();
        for (int minutes = 10; minutes >= 1; minutes--) {
            fates.add(new Fate(
                    new LeadId("lead-" + minutes), Optional.of(new RepId("ann")), Duration.ofMinutes(minutes)));
        }
        fates.add(new Fate(new LeadId("late"), Optional.empty(), Duration.ofDays(1)));
        SimulationReport report = new SimulationReport(new ModelRef("today", "1"), fates, List.of());

        assertThat(report.wait(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(report.wait(50)).isEqualTo(Duration.ofMinutes(5));
        assertThat(report.wait(51)).isEqualTo(Duration.ofMinutes(6));
        assertThat(report.wait(90)).isEqualTo(Duration.ofMinutes(9));
        assertThat(report.wait(100)).isEqualTo(report.longestWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(new SimulationReport(new ModelRef("today", "1"), List.of(), List.of()).wait(50))
                .isZero();
        assertThatThrownBy(() -> report.wait(0)).hasMessage("percent must be from 1 to 100, was 0");
        assertThatThrownBy(() -> report.wait(101)).hasMessage("percent must be from 1 to 100, was 101");
    }

    @Test
    @DisplayName(
            "owe nothing to who is full and could not take the lead with an empty desk either, whatever is asked first")
    void fullAndUnfit() {
        PlanBuilder plan = plan(
                        Rep.of("ann", 0),
                        Rep.of("bob", 9).skilled("german", 1),
                        Rep.of("cleo", 0).skilled("german", 1))
                .requirement(field(COUNTRY).is("DE"), "german", 1)
                .stages("capacity", "skills");

        SimulationReport report = asItWas(plan, visit("one", 0, 30, "bob"));

        assertThat(tally(report, "ann").lag()).isZero();
        assertThat(tally(report, "cleo").lag()).isEqualTo(HALF);
        assertThat(tally(report, "bob").lag()).isEqualTo(-HALF);
    }

    @Test
    @DisplayName("count who took a lead as somebody who could, whatever the plan says")
    void unfitTaker() {
        PlanBuilder plan = plan(Rep.of("ann", 9), Rep.of("bob", 9).skilled("german", 1))
                .requirement(field(COUNTRY).is("DE"), "german", 1);

        SimulationReport report = asItWas(plan, visit("one", 0, 30, "ann"));

        assertThat(tally(report, "ann").lag()).isEqualTo(-HALF);
        assertThat(tally(report, "bob").lag()).isEqualTo(HALF);
    }

    @Test
    @DisplayName("divide what is due by weight, to the last unit")
    void weights() {
        long[] parts = Lag.parts(Lag.ONE_LEAD, 1, 36);

        SimulationReport report =
                asItWas(plan(Rep.of("ann", 9), Rep.of("bob", 9).weighing(36)), visit("one", 0, 1, "ann"));

        assertThat(tally(report, "ann").lag()).isEqualTo(parts[0] - Lag.ONE_LEAD);
        assertThat(tally(report, "bob").lag()).isEqualTo(parts[1]);
        assertThat(tally(report, "bob").weight()).isEqualTo(36);
        assertThat(report.largestLag()).isEqualByComparingTo("0.9730");
    }

    @Test
    @DisplayName("owe nothing to who may not have a lead, and to who is only full what others got")
    void dueToWhoCould() {
        PlanBuilder plan = plan(
                        Rep.of("ann", 1).serving("dach"),
                        Rep.of("bob", 9).serving("dach"),
                        Rep.of("cem", 9).serving("france"))
                .territory("dach", field(COUNTRY).is("DE"))
                .territory("france", field(COUNTRY).is("FR"));

        SimulationReport report = run(plan, visit("one", 0, 99), visit("two", 1, 99), visit("three", 2, 99));

        assertThat(report.reps()).extracting(RepTally::received).containsExactly(1, 2, 0);
        assertThat(report.reps()).extracting(RepTally::lag).containsExactly(HALF, -HALF, 0L);
        assertThat(tally(report, "cem").largestLag()).isZero();
        assertThat(tally(report, "ann").peak()).isEqualTo(1);
    }

    @Test
    @DisplayName("are reckoned by what the lead asked for when it was taken, after it had waited")
    void dueAfterWaiting() {
        PlanBuilder plan = plan(Rep.of("ann", 9), Rep.of("bob", 9))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "german", 1, Optional.of(Duration.ofMinutes(10))))
                .rep(Rep.of("cem", 0).skilled("german", 1));

        SimulationReport report = run(plan, visit("one", 0, 1));

        assertThat(report.longestWait()).isEqualTo(Duration.ofMinutes(10));
        long third = Lag.ONE_LEAD / 3;
        assertThat(report.reps())
                .extracting(RepTally::lag)
                .containsExactlyInAnyOrder(third, third, third - Lag.ONE_LEAD);
    }

    @Test
    @DisplayName("tell the wait for hours that begin, and of a lead that nobody takes the wait until the last event")
    void waits() {
        PlanBuilder plan = plan(Rep.of("ann", 9).serving("*"))
                .territory("france", field(COUNTRY).is("FR"));
        plan.availability()
                .rep(
                        new RepId("ann"),
                        RepHours.ALWAYS.away(new OutOfOffice(
                                START, START.plusSeconds(3_600), Optional.empty(), OutOfOffice.Kind.HARD)));
        assertThat(run(plan, visit("one", 20, 5)).longestWait()).isEqualTo(Duration.ofMinutes(40));

        SimulationReport nobody = run(plan(Rep.of("ann", 0)), visit("one", 0, 5), visit("two", 25, 5));
        assertThat(nobody.fates()).extracting(Fate::waited).containsExactly(Duration.ofMinutes(25), Duration.ZERO);
        assertThat(nobody.longestWait()).isZero();
        assertThat(nobody.unroutable()).isEqualTo(2);
    }

    @Test
    @DisplayName("have the Gini coefficient of leads got for each lead due, among those to whom anything was due")
    void gini() {
        List<Visit> visits = new ArrayList<>();
        List<String> takers = List.of("ann", "bob", "bob", "cem", "cem", "cem");
        for (int i = 0; i < takers.size(); i++) {
            visits.add(visit("lead-" + i, i, 1, takers.get(i)));
        }
        PlanBuilder plan = plan(
                        Rep.of("ann", 9).serving("dach"),
                        Rep.of("bob", 9).serving("dach"),
                        Rep.of("cem", 9).serving("dach"),
                        Rep.of("dan", 9).serving("france"))
                .territory("dach", field(COUNTRY).is("DE"))
                .territory("france", field(COUNTRY).is("FR"));

        SimulationReport report = Simulation.asItWas(plan.build(), RoutingRegistry.EMPTY, visits);

        // 1, 2 and 3 of 2 each: the sum of all differences 8, over 2 x 3 x 3 x the mean of 2
        assertThat(report.gini().orElseThrow()).isEqualByComparingTo("0.2222");
        assertThat(report.largestLag()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName(
            "of what happened add up to nothing even where somebody outside the plan took a lead that nobody in it could")
    void outsider() {
        PlanBuilder plan = plan(Rep.of("ann", 9).serving("france"))
                .territory("france", field(COUNTRY).is("FR"));

        SimulationReport nobodyCould = asItWas(plan, visit("one", 0, 1, "zoe"));
        assertThat(nobodyCould.received(new RepId("zoe"))).isEqualTo(1);
        assertThat(nobodyCould.reps()).extracting(RepTally::lag).containsOnly(0L);

        SimulationReport annCould = asItWas(plan(Rep.of("ann", 9)), visit("one", 0, 1, "zoe"));
        assertThat(annCould.reps()).extracting(RepTally::lag).containsExactly(HALF, -HALF);
        assertThat(annCould.reps()).extracting(RepTally::weight).containsExactly(1, 1);
    }

    @Test
    @DisplayName("of a lead of whom nobody knows who took it are those of one that nobody took")
    void unknownTaker() {
        SimulationReport report = asItWas(plan(Rep.of("ann", 9)), visit("one", 0, 1), visit("two", 7, 1, "ann"));

        assertThat(report.unroutable()).isEqualTo(1);
        assertThat(report.fates())
                .containsExactly(
                        new Fate(new LeadId("one"), Optional.empty(), Duration.ofMinutes(7)),
                        new Fate(new LeadId("two"), Optional.of(new RepId("ann")), Duration.ZERO));
        assertThat(report.received(new RepId("nobody"))).isZero();
    }

    @Test
    @DisplayName("are compared on the same leads only, and no lead takes less than no time")
    void refused() {
        SimulationReport one = run(plan(Rep.of("ann", 9)), visit("one", 0, 0));
        SimulationReport two = run(plan(Rep.of("ann", 9)), visit("one", 0, 0), visit("two", 0, 0));

        assertThat(one.changedFrom(one)).isEmpty();
        assertThatThrownBy(() -> one.changedFrom(two)).hasMessage("reports must be on the same leads, were on others");
        assertThatThrownBy(() -> visit("one", 0, -1)).hasMessage("handling must not be negative, was PT-1M");
    }
}
