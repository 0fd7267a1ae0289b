package dev.leadkit.metrics.oracle;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.facts.FactEvent;
import dev.leadkit.metrics.facts.Occurrence;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the tables {@code raw} and {@code merged}. */
final class RawTables {

    private static final String RAW = """
            create table raw(lead_id varchar, event_id varchar, type varchar, ts timestamp, recorded timestamp, stage varchar,
              channel varchar, source varchar, size varchar, dated boolean, rep varchar, score bigint, probability integer,
              amount bigint, currency varchar, seconds bigint)
            """;

    private RawTables() {}

    static void load(DuckDBConnection connection, Histories histories) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(RAW);
            statement.execute("create table merged(lead_id varchar, into_id varchar)");
        }
        try (DuckDBAppender raw = connection.createAppender("raw")) {
            for (var lead : histories.events().entrySet()) {
                for (FactEvent event : lead.getValue()) {
                    append(raw, lead.getKey().value(), event);
                }
            }
        }
        try (DuckDBAppender merged = connection.createAppender("merged")) {
            for (var pair : histories.mergedInto().entrySet()) {
                merged.beginRow()
                        .append(pair.getKey().value())
                        .append(pair.getValue().value())
                        .endRow();
            }
        }
    }

    /** The same for any engine, with instants instead of times of UTC. */
    static void insert(Connection connection, Histories histories) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(RAW.replace("timestamp", "timestamp with time zone"));
            statement.execute("create table merged(lead_id varchar, into_id varchar)");
        }
        try (PreparedStatement raw =
                connection.prepareStatement("insert into raw values (?" + ", ?".repeat(15) + ")")) {
            for (var lead : histories.events().entrySet()) {
                for (FactEvent event : lead.getValue()) {
                    fill(raw, lead.getKey().value(), event);
                }
                raw.executeBatch();
            }
        }
        try (PreparedStatement merged = connection.prepareStatement("insert into merged values (?, ?)")) {
            for (var pair : histories.mergedInto().entrySet()) {
                Hare.fill(merged, pair.getKey().value(), pair.getValue().value());
            }
            merged.executeBatch();
        }
    }

    private static void fill(PreparedStatement raw, String lead, FactEvent event) throws SQLException {
        Row row = new Row();
        event.what().match(row, event);
        Hare.fill(
                raw,
                lead,
                event.id(),
                event.what().name(),
                event.at().atOffset(ZoneOffset.UTC),
                event.recordedAt().atOffset(ZoneOffset.UTC),
                row.stage,
                row.channel,
                row.source,
                row.size,
                row.dated,
                row.rep,
                row.score,
                row.probability,
                row.amount,
                row.currency,
                row.seconds);
    }

    private static void append(DuckDBAppender raw, String lead, FactEvent event) throws SQLException {
        Row row = new Row();
        event.what().match(row, event);
        raw.beginRow().append(lead).append(event.id()).append(event.what().name());
        raw.appendEpochMicros(micros(event.at())).appendEpochMicros(micros(event.recordedAt()));
        raw.append(row.stage)
                .append(row.channel)
                .append(row.source)
                .append(row.size)
                .append(row.dated);
        raw.append(row.rep).append(row.score).append(row.probability);
        raw.append(row.amount).append(row.currency).append(row.seconds).endRow();
    }

    static long micros(Instant at) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        if (!Instant.EPOCH.plus(micros, ChronoUnit.MICROS).equals(at)) {
            throw new IllegalArgumentException("instants must have whole microseconds, was " + at);
        }
        return micros;
    }

    /** The cells that only some types have. */
    private static final class Row implements Occurrence.Cases {

        private @Nullable String stage;
        private @Nullable String channel;
        private @Nullable String source;
        private @Nullable String size;
        private @Nullable Boolean dated;
        private @Nullable String rep;
        private @Nullable Long score;
        private @Nullable Integer probability;
        private @Nullable Long amount;
        private @Nullable String currency;
        private @Nullable Long seconds;

        private void in(Optional<Stage> entered) {
            stage = entered.map(Stage::name).orElse(null);
        }

        private void by(Optional<RepId> who) {
            rep = who.map(RepId::value).orElse(null);
        }

        private void of(Optional<Money> money) {
            amount = money.map(Money::minor).orElse(null);
            currency = money.map(each -> each.currency().getCurrencyCode()).orElse(null);
        }

        private void with(FieldValues values) {
            source = values.get(StandardFields.SOURCE).orElse(null);
            size = values.get(Histories.SIZE).orElse(null);
        }

        @Override
        public void submitted(FactEvent event, Occurrence.Submitted what) {
            in(what.stage());
            with(what.values());
            dated = what.dated();
        }

        @Override
        public void valued(FactEvent event, Occurrence.Valued what) {
            with(what.values());
        }

        @Override
        public void touched(FactEvent event, Occurrence.Touched what) {
            channel = what.channel();
        }

        @Override
        public void responded(FactEvent event, Occurrence.Responded what) {
            // It has no cells of its own.
        }

        @Override
        public void entered(FactEvent event, Occurrence.Entered what) {
            in(Optional.of(what.stage()));
        }

        @Override
        public void converted(FactEvent event, Occurrence.Converted what) {
            in(what.stage());
            of(what.value());
        }

        @Override
        public void voided(FactEvent event, Occurrence.Voided what) {
            // It has no cells of its own.
        }

        @Override
        public void lost(FactEvent event, Occurrence.Lost what) {
            in(what.stage());
        }

        @Override
        public void reopened(FactEvent event, Occurrence.Reopened what) {
            // It has no cells of its own.
        }

        @Override
        public void owned(FactEvent event, Occurrence.Owned what) {
            by(what.rep());
        }

        @Override
        public void scored(FactEvent event, Occurrence.Scored what) {
            score = what.total().units();
            probability = what.probability()
                    .map(each -> each.movePointRight(6))
                    .map(BigDecimal::intValueExact)
                    .orElse(null);
        }

        @Override
        public void priced(FactEvent event, Occurrence.Priced what) {
            of(Optional.of(what.value()));
        }

        @Override
        public void worked(FactEvent event, Occurrence.Worked what) {
            by(what.rep());
            of(what.cost());
            seconds = what.time().toSeconds();
        }

        @Override
        public void unknown(FactEvent event, Occurrence.Unknown what) {
            // It has no cells that anybody knows.
        }
    }
}
