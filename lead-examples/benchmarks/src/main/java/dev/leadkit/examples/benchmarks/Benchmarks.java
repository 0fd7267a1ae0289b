package dev.leadkit.examples.benchmarks;

import dev.leadkit.examples.benchmarks.core.CoreSuite;
import dev.leadkit.examples.benchmarks.learn.LearnSuite;
import dev.leadkit.examples.benchmarks.metrics.MetricsSuite;
import dev.leadkit.examples.benchmarks.routing.RoutingSuite;
import dev.leadkit.examples.benchmarks.scoring.ScoringSuite;
import dev.leadkit.examples.benchmarks.suite.Request;
import dev.leadkit.examples.benchmarks.suite.Suite;
import dev.leadkit.examples.benchmarks.suite.UnusableInput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command line: which suite, and how long to measure. Figures go to standard output, one JSON object a line. */
public final class Benchmarks {

    private static final int WRONG_INPUT = 2;
    private static final String USAGE = """
            run SUITE [--quick | --full] [--only PART] [--data DIR] [--no-peers]
              SUITE       SUITES
              --quick     within five minutes on an idle machine; the default
              --full      for figures that are written down
              --only PART scoring in parts: PARTS
              --data DIR  the folder of the data that `learn` needs, which is not part of the project:
                          DIR/xeducation/leads-train.csv and DIR/uci_bank/bank-full-train.csv;
                          else the environment variable LEADKIT_DATA names it
              --no-peers  scoring and metrics without other engines, which need not be downloaded then
            """;
    private static final Map<String, Suite> SUITES = new TreeMap<>(Map.of(
            "core", new CoreSuite(),
            "learn", new LearnSuite(),
            "metrics", new MetricsSuite(),
            "routing", new RoutingSuite(),
            "scoring", new ScoringSuite()));

    private Benchmarks() {}

    /**
     * Runs a suite and ends the process: 0 done, 1 it failed, 2 something handed in is wrong.
     *
     * @param arguments the suite, then how to run it
     * @throws Exception if the suite fails
     */
    public static void main(String[] arguments) throws Exception {
        Optional<Suite> suite = suite(arguments);
        Optional<Request> request = suite.flatMap(
                any -> Arguments.request(List.of(arguments).subList(1, arguments.length), System.getenv()));
        if (suite.isEmpty() || request.isEmpty() || !isPart(suite.get(), request.get())) {
            System.err.print(USAGE.replace("SUITES", String.join(", ", SUITES.keySet()))
                    .replace("PARTS", String.join(", ", new ScoringSuite().parts())));
            System.exit(WRONG_INPUT);
        }
        try {
            suite.orElseThrow().run(request.orElseThrow(), figure -> System.out.println(figure.json()));
        } catch (UnusableInput e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_INPUT);
        }
    }

    private static boolean isPart(Suite suite, Request request) {
        return request.only().map(suite.parts()::contains).orElse(true);
    }

    private static Optional<Suite> suite(String... arguments) {
        return Arrays.stream(arguments).findFirst().flatMap(name -> Optional.ofNullable(SUITES.get(name)));
    }
}
