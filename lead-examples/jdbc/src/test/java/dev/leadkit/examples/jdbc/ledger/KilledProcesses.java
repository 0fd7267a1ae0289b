package dev.leadkit.examples.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** Starts processes on one PostgreSQL and kills them at random moments. Each says "begun" and goes on for ever. */
final class KilledProcesses {

    private static final int LONGEST_LIFE_MILLISECONDS = 400;

    private final String url;
    private final Class<?> program;
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Random random = new Random(5);

    KilledProcesses(String url, Class<?> program) {
        this.url = url;
        this.program = program;
        database.setURL(url);
    }

    void killOne() throws IOException, InterruptedException, SQLException {
        kill(List.of(started()));
    }

    void killTwo() throws IOException, InterruptedException, SQLException {
        kill(List.of(started(), started()));
    }

    private void kill(List<Process> processes) throws IOException, InterruptedException, SQLException {
        for (Process process : processes) {
            BufferedReader said = process.inputReader();
            assertThat(said.readLine()).isEqualTo("begun");
        }
        for (Process process : processes) {
            assertThat(process.waitFor(random.nextInt(LONGEST_LIFE_MILLISECONDS), TimeUnit.MILLISECONDS))
                    .as("it ends by nothing but a kill")
                    .isFalse();
            process.destroyForcibly().waitFor();
        }
        awaitEnd();
    }

    private Process started() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        url + "&ApplicationName=routing",
                        Long.toString(random.nextLong())))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** The database goes on with what a killed process has asked it for. */
    private void awaitEnd() throws SQLException {
        int alive = 1;
        while (alive > 0) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery(
                            "select count(*) from pg_stat_activity where application_name = 'routing'")) {
                count.next();
                alive = count.getInt(1);
            }
        }
    }
}
