package dev.leadkit.examples.jdbc.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. Exit code 0: nothing is lost or doubled; 1: something is; 2: something handed in is wrong. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Leads in a relational database.")
public final class Run {

    private static final long NANOS = 1_000_000_000;

    private final PrintStream out;
    private final PrintStream err;

    private Run(PrintStream out, PrintStream err) {
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
        Run run = new Run(out, err);
        return new CommandLine(run).addSubcommand(run.new Crash()).execute(arguments);
    }

    /** Kills imports and tells the balance. */
    @Command(
            name = "crash",
            mixinStandardHelpOptions = true,
            description =
                    "Kills imports into a PostgreSQL at random moments, and tells what is lost or doubled in the end.")
    private final class Crash implements Callable<Integer> {

        @Option(names = "--kills", description = "how many kills (default: ${DEFAULT-VALUE})", defaultValue = "50")
        private int kills;

        @Option(
                names = "--seed",
                description = "makes the files and the moments (default: ${DEFAULT-VALUE})",
                defaultValue = "1")
        private long seed;

        @Override
        public Integer call() throws IOException, InterruptedException, SQLException {
            Path folder = Files.createTempDirectory("leadkit-crash");
            long start = System.nanoTime();
            try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start()) {
                Crashes crashes = new Crashes(server, folder, seed, this::tell);
                crashes.run(kills);
                line("lost", crashes.balance().lost(), "leads");
                line("doubled", crashes.balance().doubled(), "leads");
                line("kills", crashes.kills(), "kills");
                line("duration", (System.nanoTime() - start) / NANOS, "s");
                return crashes.balance().equals(Balance.EVEN) ? 0 : 1;
            } finally {
                delete(folder);
            }
        }

        private void tell(long done) {
            if (done % 50 == 0) {
                err.println(done + " of " + kills + " kills");
            }
        }

        private void line(String name, long value, String unit) {
            out.println("{\"suite\":\"crash\",\"name\":\"" + name + "\",\"value\":" + value + ",\"unit\":\"" + unit
                    + "\"}");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
