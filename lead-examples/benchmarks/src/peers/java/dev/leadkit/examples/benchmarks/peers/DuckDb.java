package dev.leadkit.examples.benchmarks.peers;

import static java.util.Objects.requireNonNull;

import dev.leadkit.examples.benchmarks.metrics.Answers;
import dev.leadkit.examples.benchmarks.metrics.SqlRival;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.Occurrence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, in memory, on all cores: one table of events, from which {@code standard-set.sql} computes everything. */
public final class DuckDb implements SqlRival {

    private static final String MARK = "-- figure ";

    private final DuckDBConnection connection;
    private final List<String> statements;

    /**
     * Makes the table.
     *
     * @throws SQLException if that fails
     * @throws IOException if the statements cannot be read
     */
    public DuckDb() throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        run(text("events.sql"));
        statements = List.of(text("standard-set.sql").split(";\n"));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = requireNonNull(DuckDb.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void load(int leads, IntFunction<List<FactEvent>> histories) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("event")) {
            for (int lead = 0; lead < leads; lead++) {
                for (FactEvent event : histories.apply(lead)) {
                    append(appender, lead, event);
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, int lead, FactEvent event) throws SQLException {
        Occurrence what = event.what();
        appender.beginRow().append(lead).append(what.name()).appendEpochMicros(micros(event.at()));
        text(appender, stage(what));
        if (what instanceof Occurrence.Submitted submitted) {
            text(appender, submitted.values().get(StandardFields.SOURCE).orElse(null));
            appender.append(submitted.dated());
        } else {
            appender.appendNull().appendNull();
        }
        if (what instanceof Occurrence.Scored scored) {
            appender.append(scored.total().units());
        } else {
            appender.appendNull();
        }
        appender.endRow();
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void text(DuckDBAppender appender, @Nullable String text) throws SQLException {
        if (text == null) {
            appender.appendNull();
        } else {
            appender.append(text);
        }
    }

    private static @Nullable String stage(Occurrence what) {
        if (what instanceof Occurrence.Submitted submitted) {
            return submitted.stage().map(Stage::name).orElse(null);
        }
        if (what instanceof Occurrence.Entered entered) {
            return entered.stage().name();
        }
        return what instanceof Occurrence.Converted converted
                ? converted.stage().map(Stage::name).orElse(null)
                : null;
    }

    @Override
    public Answers answers() throws SQLException {
        Answers answers = new Answers();
        for (String statement : statements) {
            int mark = statement.indexOf(MARK);
            if (mark < 0) {
                run(statement);
            } else {
                int name = mark + MARK.length();
                ask(statement.substring(name, statement.indexOf('\n', name)), statement, answers);
            }
        }
        return answers;
    }

    private void ask(String figure, String query, Answers answers) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<Double> numbers = new ArrayList<>();
                for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                    double number = rows.getDouble(column);
                    numbers.add(rows.wasNull() ? Double.NaN : number);
                }
                answers.tell(figure, rows.getString(1), numbers);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
