package dev.leadkit.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The 842 deals that 22 reps of Olist won, 2017-12 to 2018-11 (Olist on Kaggle, CC BY-NC-SA 4.0, not part of this project: put it
 * into {@code ../shared/data/olist} beside the project, or name the folder above it with {@code -Dlead.data=DIR}). A rep counts
 * as there from the first to the last deal.
 */
final class OlistSimulationTest {

    private static final Path DEALS = Path.of(System.getProperty(
                    "lead.data",
                    Path.of(System.getProperty("basedir", "."))
                            .resolve("../../shared/data")
                            .toString()))
            .resolve("olist/olist_closed_deals_dataset.csv");

    private static List<Visit> visits() throws IOException {
        return Files.readAllLines(DEALS).stream()
                .skip(1)
                .map(line -> line.split(",", 6))
                .map(cells -> {
                    Instant won =
                            LocalDateTime.parse(cells[4].replace(' ', 'T')).toInstant(ZoneOffset.UTC);
                    return new Visit(
                            SimulationTest.history(cells[0], "BR", won),
                            won,
                            Duration.ZERO,
                            Optional.of(new RepId(cells[3])));
                })
                .toList();
    }

    private static RoutingPlan plan(List<Visit> visits) {
        SortedMap<RepId, Instant> first = new TreeMap<>();
        SortedMap<RepId, Instant> last = new TreeMap<>();
        for (Visit visit : visits) {
            first.merge(visit.taker().orElseThrow(), visit.at(), (a, b) -> a.isBefore(b) ? a : b);
            last.merge(visit.taker().orElseThrow(), visit.at(), (a, b) -> a.isAfter(b) ? a : b);
        }
        PlanBuilder plan = RoutingPlan.builder("olist", "1").queue("waiting");
        first.forEach((rep, since) -> {
            plan.rep(Rep.of(rep.value(), 1_000));
            plan.availability()
                    .rep(
                            rep,
                            RepHours.ALWAYS
                                    .away(absence(Instant.parse("2017-01-01T00:00:00Z"), since))
                                    .away(absence(
                                            last.get(rep).plusSeconds(1), Instant.parse("2020-01-01T00:00:00Z"))));
        });
        return plan.build();
    }

    private static OutOfOffice absence(Instant from, Instant until) {
        return new OutOfOffice(from, until, Optional.empty(), OutOfOffice.Kind.HARD);
    }

    @Test
    void thePlanIsFairWhereTheTeamWasNot() throws IOException {
        assumeTrue(Files.exists(DEALS), "the data is not there");
        List<Visit> visits = visits();
        RoutingPlan plan = plan(visits);

        SimulationReport was = Simulation.asItWas(plan, RoutingRegistry.EMPTY, visits);
        SimulationReport would = Simulation.run(plan, RoutingRegistry.EMPTY, visits, 7);

        System.out.println("the team had Gini " + was.gini().orElseThrow() + ", largest lag " + was.largestLag()
                + "; the plan gives " + would.gini().orElseThrow() + ", " + would.largestLag());
        assertThat(visits).hasSize(842);
        assertThat(plan.reps()).hasSize(22);
        assertThat(would.unroutable()).isZero();
        assertThat(was.reps().stream().mapToInt(RepTally::received).sum()).isEqualTo(842);
        assertThat(was.reps().stream().mapToLong(RepTally::lag).sum()).isZero();
        assertThat(would.largestLag()).isLessThan(new BigDecimal("1.5"));
        assertThat(was.largestLag()).isGreaterThan(would.largestLag().multiply(BigDecimal.TEN));
        assertThat(would.gini().orElseThrow()).isLessThan(was.gini().orElseThrow());
    }
}
