package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Figure;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import dev.leadkit.examples.benchmarks.suite.Table;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.RoutingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;

/** How fast leads find a rep, side by side with others, how fairly, and whether anybody ever gets too many. */
public final class RoutingSuite implements Suite {

    static final String NAME = "routing";

    private static final String RATIO = "1";
    private static final String PER_SECOND = "1/s";
    private static final String SECONDS = "s";
    private static final double MICROS = 1e6;
    private static final double BYTES_OF_A_MB = 1e6;
    private static final int FEW_REPS = 100;
    private static final int WIDE_TEAM = 1_000;
    private static final int HISTORIES = 10_000;

    /** Positive: at least so much; negative: at most so much. */
    private static final Table TABLE = new Table(Map.ofEntries(
            Map.entry("decisions.per.s", 500_000.0),
            Map.entry("decisions.counts.per.s", 250_000.0),
            Map.entry("territory.per.s", 2_000_000.0),
            Map.entry("decision.10000.us", -2.0),
            Map.entry("plan.build.s", -2.0),
            Map.entry("plan.mb", -200.0),
            Map.entry("backlog.1m.s", -10.0),
            Map.entry("ratio.scan", 10.0),
            Map.entry("ratio.h2", 50.0),
            Map.entry("rebalance.10000x500.s", -5.0),
            Map.entry("race.memory.violations", -0.0),
            Map.entry("race.postgres.violations", -0.0),
            Map.entry("lag.absence.max", -0.0)));

    /** Makes the suite. */
    public RoutingSuite() {}

    @Override
    public void run(Request request, Consumer<Figure> figures) throws Exception {
        List<Figure> all = new ArrayList<>();
        Consumer<Figure> out = figure -> {
            all.add(figure);
            figures.accept(figure);
        };
        new Run(request.effort(), out).run();
        System.err.println(TABLE.of(all));
    }

    /** One run of the suite. */
    private record Run(Effort effort, Consumer<Figure> figures) {

        private void run() throws Exception {
            decisions();
            territory();
            plan();
            figure("backlog.1m.s", Trials.median(BacklogBenchmark.class, rounds(0, 1), Map.of()), SECONDS);
            ratios();
            figure("rebalance.10000x500.s", Trials.median(RebalanceBenchmark.class, rounds(1, 3), Map.of()), SECONDS);
            fairness();
            races();
        }

        private void figure(String name, double value, String unit) {
            figures.accept(new Figure(NAME, name, value, unit));
        }

        /** For what takes long, or happens once in a process. */
        private Effort rounds(int warmups, int rounds) {
            return new Effort(effort.processes(), warmups, rounds);
        }

        private double decision(int reps, int team, boolean counts) throws RunnerException {
            Map<String, String> parameters = Map.of(
                    "reps", Integer.toString(reps),
                    "team", Integer.toString(team),
                    "counts", Boolean.toString(counts));
            return Trials.median(DecisionBenchmark.class, effort, parameters) / DecisionBenchmark.LEADS;
        }

        private void decisions() throws RunnerException {
            double many = decision(RoutingPlan.MOST_REPS, Market.STANDARD_TEAM, false);
            figure("decisions.per.s", 1 / many, PER_SECOND);
            figure("decision.10000.us", many * MICROS, "us");
            double counts = decision(RoutingPlan.MOST_REPS, Market.STANDARD_TEAM, true);
            figure("decisions.counts.per.s", 1 / counts, PER_SECOND);
            double wide = decision(RoutingPlan.MOST_REPS, WIDE_TEAM, false);
            figure("decisions.wide.per.s", 1 / wide, PER_SECOND);
            double few = decision(FEW_REPS, Market.STANDARD_TEAM, false);
            figure("decision.100.us", few * MICROS, "us");
            figure("growth.100.10000.reps", many / few, RATIO);
        }

        private void territory() throws RunnerException {
            double seconds = Trials.median(TerritoryBenchmark.class, effort, Map.of());
            figure("territory.per.s", TerritoryBenchmark.LEADS / seconds, PER_SECOND);
        }

        /** In processes that never built one. */
        private void plan() throws IOException, RunnerException {
            Path report = Files.createTempFile("plan", ".txt");
            Effort fresh = new Effort(3 * effort.processes(), 0, 1);
            double seconds = Trials.median(PlanBenchmark.class, fresh, Map.of("report", report.toString()));
            figure("plan.build.s", seconds, SECONDS);
            List<Double> bytes = Files.readAllLines(report).stream()
                    .map(Double::valueOf)
                    .sorted()
                    .toList();
            figure("plan.mb", bytes.get(bytes.size() / 2) / BYTES_OF_A_MB, "MB");
            Files.delete(report);
        }

        private void ratios() throws Exception {
            Ratios ratios = new Ratios(effort, Market.of(RoutingPlan.MOST_REPS));
            figure("ratio.scan", ratios.scan(), RATIO);
            try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
                figure("ratio.h2", ratios.query(connection), RATIO);
            }
            if (effort.equals(Effort.FULL)) {
                try (Server server = Server.start();
                        Connection connection = server.database().getConnection()) {
                    figure("ratio.postgres", ratios.query(connection), RATIO);
                }
            }
        }

        private void fairness() {
            Fairness changing = Fairness.changing();
            figure("fairness.ours", changing.largestLag(changing.router()), "leads");
            figure("fairness.pointer", changing.largestLag(changing.pointer()), "leads");
            figure("fairness.swrr", changing.largestLag(changing.smooth()), "leads");
            Fairness fixed = Fairness.fixed();
            figure("fairness.fixed.ours", fixed.largestLag(fixed.router()), "leads");
            figure("fairness.fixed.pointer", fixed.largestLag(fixed.pointer()), "leads");
            figure("fairness.fixed.swrr", fixed.largestLag(fixed.smooth()), "leads");
            figure("lag.absence.max", (double) AbsenceHistories.largestSum(HISTORIES), "units");
        }

        private void races() throws Exception {
            Race memory = new Race(AssignmentLedger.inMemory(), 100_000, 200);
            figure("race.memory.violations", memory.violations(), RATIO);
            try (Server server = Server.start()) {
                Race postgres = new Race(server.ledger(), 5_000, 50);
                figure("race.postgres.violations", postgres.violations(), RATIO);
            }
        }
    }
}
