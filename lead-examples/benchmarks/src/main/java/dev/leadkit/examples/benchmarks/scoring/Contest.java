package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.examples.benchmarks.contest.Standing;
import dev.leadkit.examples.benchmarks.suite.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Contenders on one set of rules.
 *
 * @param rules which rules
 * @param leads how many leads
 * @param contenders their names
 */
record Contest(String rules, int leads, List<String> contenders) {

    static final int MANY = 10_000;
    static final int IN_CACHE = 200;

    private static final int ROUNDS = 4;

    /** What belongs to the rules when leads come from memory, or, marked, from the cache. */
    String key() {
        return leads == IN_CACHE ? rules + ".cache" : rules;
    }

    List<Standing> run(Effort effort, int warmUpSeconds) throws IOException, RunnerException {
        Path report = Files.createTempFile("standings", ".tsv");
        Options options = new OptionsBuilder()
                .include(ContestBenchmark.class.getName())
                .param("rules", rules)
                .param("leads", Integer.toString(leads))
                .param("contenders", String.join(ContestBenchmark.BETWEEN, contenders))
                .param("warmUp", Integer.toString(warmUpSeconds))
                .param("report", report.toString())
                .forks(effort.processes())
                .warmupIterations(0)
                .measurementIterations(ROUNDS * effort.rounds())
                .shouldFailOnError(true)
                .build();
        new Runner(options, OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT)).run();
        List<Standing> standings =
                Files.readAllLines(report).stream().map(Standing::of).toList();
        Files.delete(report);
        return standings;
    }
}
