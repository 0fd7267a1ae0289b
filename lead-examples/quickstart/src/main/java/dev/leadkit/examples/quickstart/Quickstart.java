package dev.leadkit.examples.quickstart;

import dev.leadkit.examples.quickstart.output.Results;
import dev.leadkit.examples.quickstart.output.Summary;
import dev.leadkit.examples.quickstart.reading.Options;
import dev.leadkit.examples.quickstart.reading.Troubles;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. Exit code 0: done; 2: something handed in is wrong, and standard error says what; 1: a bug. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "LeadKit quickstart",
        description =
                "Captures a file of leads, scores them with reasons, routes them to reps with reasons, and measures.")
public final class Quickstart implements Callable<Integer> {

    private static final int WRONG_INPUT = 2;

    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private final Options options = new Options();

    private Quickstart(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs and ends the process.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine line = new CommandLine(new Quickstart(out, err));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> execute(parsed, err));
        line.getCommandSpec().parser().collectErrors(true);
        return line.execute(arguments);
    }

    private static int execute(ParseResult parsed, PrintStream err) {
        List<Exception> wrong = parsed.errors();
        if (wrong.isEmpty() || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new RunLast().execute(parsed);
        }
        wrong.forEach(e -> err.println(message(e)));
        err.println("run --help lists the options.");
        return WRONG_INPUT;
    }

    private static String message(Exception wrong) {
        List<String> meant =
                wrong instanceof UnmatchedArgumentException unknown ? unknown.getSuggestions() : List.<String>of();
        return wrong.getMessage() + (meant.isEmpty() ? "" : ". Did you mean " + String.join(" or ", meant) + "?");
    }

    @Override
    public Integer call() {
        Troubles troubles = new Troubles();
        Optional<Results> results = new Run(options, err).run(troubles);
        troubles.list().forEach(err::println);
        results.ifPresent(found -> new Summary(found, out).print());
        return results.isPresent() ? 0 : WRONG_INPUT;
    }
}
