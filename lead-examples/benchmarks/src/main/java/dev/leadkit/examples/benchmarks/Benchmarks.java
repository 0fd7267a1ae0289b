package dev.leadkit.examples.benchmarks;

import dev.leadkit.examples.benchmarks.core.CoreSuite;
import dev.leadkit.examples.benchmarks.suite.Effort;
import dev.leadkit.examples.benchmarks.suite.Suite;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command line: which suite, and how long to measure. Figures go to standard output, one JSON object a line. */
public final class Benchmarks {

    private static final int WRONG_INPUT = 2;
    private static final Map<String, Suite> SUITES = new TreeMap<>(Map.of("core", new CoreSuite()));
    private static final Map<String, Effort> EFFORTS = Map.of("--quick", Effort.QUICK, "--full", Effort.FULL);

    private Benchmarks() {}

    /**
     * Runs a suite and ends the process: 0 done, 1 it failed, 2 something handed in is wrong.
     *
     * @param arguments the suite, then {@code --quick} (the default) or {@code --full}
     * @throws Exception if the suite fails
     */
    public static void main(String[] arguments) throws Exception {
        Optional<Suite> suite = suite(arguments);
        Optional<Effort> effort = effort(arguments);
        if (suite.isEmpty() || effort.isEmpty()) {
            System.err.println("run SUITE [--quick | --full], suites: " + String.join(", ", SUITES.keySet()));
            System.exit(WRONG_INPUT);
        }
        suite.orElseThrow().run(effort.orElseThrow(), figure -> System.out.println(figure.json()));
    }

    private static Optional<Suite> suite(String... arguments) {
        return arguments.length == 0 ? Optional.empty() : Optional.ofNullable(SUITES.get(arguments[0]));
    }

    private static Optional<Effort> effort(String... arguments) {
        List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        return switch (rest.size()) {
            case 0 -> Optional.of(Effort.QUICK);
            case 1 -> Optional.ofNullable(EFFORTS.get(rest.get(0)));
            default -> Optional.empty();
        };
    }
}
