package dev.leadkit.examples.benchmarks.routing;

import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.routing.model.RoutingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * How fast leads find a rep, and how many times as fast as by other ways.
 *
 * @param effort how long to measure
 * @param report takes the figures
 */
record Speeds(Effort effort, Report report) {

    private static final String RATIO = "1";
    private static final String PER_SECOND = "1/s";
    private static final String SECONDS = "s";
    private static final double MICROS = 1e6;
    private static final double NANOS_OF_A_MICRO = 1e3;
    private static final double BYTES_OF_A_MB = 1e6;

    void measure() throws Exception {
        decisions();
        territory();
        plan();
        report.add("backlog.1m.s", Trials.median(BacklogBenchmark.class, rounds(0, 1), Map.of()), SECONDS);
        ratios();
        report.add("rebalance.10000x500.s", Trials.median(RebalanceBenchmark.class, rounds(1, 3), Map.of()), SECONDS);
    }

    /** For what takes long, or happens once in a process. */
    private Effort rounds(int warmups, int rounds) {
        return new Effort(effort.processes(), warmups, rounds);
    }

    /** What is different from the usual decision: of 10,000 reps, 80 a territory, without counts, many in one call. */
    private double decision(Map<String, String> different) throws RunnerException {
        // on one processor the compiler is not done with a decision before a million of them
        Effort warm = new Effort(effort.processes(), 3 * effort.warmups(), effort.rounds());
        return Trials.median(DecisionBenchmark.class, warm, different) / DecisionBenchmark.LEADS;
    }

    private void decisions() throws RunnerException {
        double many = decision(Map.of());
        report.add("decisions.per.s", 1 / many, PER_SECOND);
        report.add("decision.10000.us", many * MICROS, "us");
        report.add("decision.single.us", decision(Map.of("single", "true")) * MICROS, "us");
        report.add("decisions.counts.per.s", 1 / decision(Map.of("counts", "true")), PER_SECOND);
        report.add("decisions.wide.per.s", 1 / decision(Map.of("team", "1000")), PER_SECOND);
        double few = decision(Map.of("reps", "100"));
        report.add("decision.100.us", few * MICROS, "us");
        report.add("growth.100.10000.reps", many / few, RATIO);
    }

    private void territory() throws RunnerException {
        report.add("territory.per.s", territory(false), PER_SECOND);
        report.add("territory.strewn.per.s", territory(true), PER_SECOND);
    }

    private double territory(boolean strewn) throws RunnerException {
        Map<String, String> parameters = Map.of("strewn", Boolean.toString(strewn));
        return TerritoryBenchmark.LEADS / Trials.median(TerritoryBenchmark.class, effort, parameters);
    }

    /** In processes that never built one. */
    private void plan() throws IOException, RunnerException {
        Path sizes = Files.createTempFile("plan", ".txt");
        Effort fresh = new Effort(3 * effort.processes(), 0, 1);
        double seconds = Trials.median(PlanBenchmark.class, fresh, Map.of("report", sizes.toString()));
        report.add("plan.build.s", seconds, SECONDS);
        List<Double> bytes =
                Files.readAllLines(sizes).stream().map(Double::valueOf).sorted().toList();
        report.add("plan.mb", bytes.get(bytes.size() / 2) / BYTES_OF_A_MB, "MB");
        Files.delete(sizes);
    }

    private void ratios() throws Exception {
        Ratios ratios = new Ratios(effort, Market.of(RoutingPlan.MOST_REPS));
        report.add("ratio.scan", ratios.scan(), RATIO);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            report.add("ratio.h2", ratios.query(connection), RATIO);
        }
        try (Server server = Server.start();
                Connection connection = server.database().getConnection()) {
            report.add("ratio.postgres", ratios.query(connection), RATIO);
            report.add("decision.postgres.us", ratios.nanosOn(server.ledger()) / NANOS_OF_A_MICRO, "us");
        }
    }
}
