package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What time it is, by the database: the clocks of the processes that use it may differ as they like.
 *
 * @param expression SQL that gives a timestamp with time zone; not from outside
 */
public record DatabaseClock(String expression) {

    /**
     * The clock of PostgreSQL, which goes on within a transaction.
     *
     * @return the clock
     */
    public static DatabaseClock postgres() {
        return new DatabaseClock("clock_timestamp()");
    }

    /**
     * The clock of the SQL standard. On H2 it stands still within a transaction, so a lease that ends while a transaction
     * waits for a lock may count as running until that transaction is done.
     *
     * @return the clock
     */
    public static DatabaseClock standard() {
        return new DatabaseClock("current_timestamp");
    }

    /** Reads the clock on the way of other questions, after those that are asked before it. */
    void ask(RoundTrip questions, List<Instant> answer) {
        questions.query(
                "select " + expression,
                row -> answer.add(
                        row.getObject(1, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MICROS)));
    }

    Instant now(Connection connection) throws SQLException {
        List<Instant> answer = new ArrayList<>();
        RoundTrip questions = new RoundTrip();
        ask(questions, answer);
        questions.send(connection);
        return answer.get(0);
    }
}
