package dev.leadkit.examples.jdbc.host;

import static java.util.Objects.requireNonNull;

import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.event.Captured;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.StageMoved;
import dev.leadkit.event.Updated;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.Stage;
import dev.leadkit.store.Commit;
import dev.leadkit.store.CommitResult;
import dev.leadkit.store.LeadStore;
import dev.leadkit.store.StoredLead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of what a host's table holds: a row without a lead becomes one, and what the host has changed in a row changes
 * its lead. Doing it again does nothing new. A host runs it once when it begins with this library, and from time to time if
 * other programs go on writing to the table. Immutable and thread-safe as far as its parts are.
 *
 * <p>Of the fields that the library keeps itself only the stage is taken over; others in the table are overwritten with the
 * lead's next change.
 */
public final class Adoption {

    private static final int PAGE = 500;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final HostTable table;
    private final Function<Transactions, ? extends LeadStore> store;
    private final MatchKeyRule keys;
    private final InstantSource clock;
    private final Stage first;

    private Adoption(
            HostTable table,
            Function<Transactions, ? extends LeadStore> store,
            MatchKeyRule keys,
            InstantSource clock) {
        this.table = requireNonNull(table, "table");
        this.store = requireNonNull(store, "store");
        this.keys = requireNonNull(keys, "keys");
        this.clock = requireNonNull(clock, "clock");
        this.first = new Stage("new");
    }

    /**
     * An adoption. A row that names no stage becomes a lead in the stage {@code new}.
     *
     * @param table the host's table
     * @param store opens the store on transactions; it must be mirrored by that table
     * @param keys by which keys the leads are found later; a key that another lead has is left to it
     * @param clock what time it is
     * @return the adoption
     */
    public static Adoption of(
            HostTable table,
            Function<Transactions, ? extends LeadStore> store,
            MatchKeyRule keys,
            InstantSource clock) {
        return new Adoption(table, store, keys, clock);
    }

    /**
     * Goes through all rows, page by page, each page in a transaction.
     *
     * @param transactions whose transactions
     * @return what became of the rows
     * @throws dev.leadkit.examples.jdbc.sql.DatabaseException if the database refuses; pages before stay adopted
     */
    public AdoptionReport run(Transactions transactions) {
        AdoptionReport report = AdoptionReport.NOTHING;
        List<String> page = List.of();
        do {
            String after = page.isEmpty() ? null : page.get(page.size() - 1);
            List<String> next = new ArrayList<>();
            report = report.plus(transactions.run(connection -> {
                next.addAll(HostRow.keys(connection, table, after, PAGE));
                return next.isEmpty() ? AdoptionReport.NOTHING : new Page(connection).adopt(next, after);
            }));
            page = next;
        } while (page.size() == PAGE);
        return report;
    }

    /** The rows of one transaction. */
    private final class Page {

        private final Connection connection;
        private final LeadStore leads;
        private final Instant now = clock.instant();

        Page(Connection connection) {
            this.connection = connection;
            this.leads = store.apply(Transactions.host(() -> connection));
        }

        /**
         * The rows are read after their leads: of a lead that somebody else commits to between the two, or later, the version
         * is too old, and its row is left to the next run. Rows are not locked, for commits lock leads first and then rows.
         */
        AdoptionReport adopt(List<String> rowKeys, @Nullable String after) throws SQLException {
            Map<String, LeadId> linked = linked(rowKeys);
            Map<LeadId, StoredLead> stored = leads.find(new HashSet<>(linked.values()));
            AdoptionReport report = AdoptionReport.NOTHING;
            for (HostRow row : HostRow.among(connection, table, after, rowKeys)) {
                LeadId id = linked.get(row.key());
                StoredLead lead = id == null ? null : stored.get(id);
                report = report.plus(new AdoptionReport(0, 0, 0, 0, row.faulty().size()))
                        .plus(lead == null ? capture(row) : update(row, lead));
            }
            return report;
        }

        private Map<String, LeadId> linked(List<String> rowKeys) throws SQLException {
            Map<String, LeadId> linked = new HashMap<>();
            new RoundTrip()
                    .query(
                            "select host_key, lead from lead_host_row where host_table = ? and host_key = any(?)",
                            row -> linked.put(row.getString(1), new LeadId(Cells.text(row.getString(2)))),
                            table.name(),
                            RoundTrip.any(rowKeys))
                    .send(connection);
            return linked;
        }

        private AdoptionReport capture(HostRow row) throws SQLException {
            LeadId id = LeadId.derived(table.name(), row.key());
            EventHeader header = new EventHeader(EventId.derived(id, "adopted", table.name()), id, now, now);
            FieldValues values = row.captured(table);
            Captured event = Captured.of(header, origin(row), row.stage().orElse(first), values);
            table.unlink(connection, row.key());
            table.link(connection, row.key(), Cells.of(id.value()));
            CommitResult result =
                    leads.commit(Commit.of(id, 0, List.of(event)).withKeys(free(ofNew(id, values)), Set.of()));
            if (result instanceof CommitResult.Committed) {
                return new AdoptionReport(1, 0, 0, 0, 0);
            }
            table.unlink(connection, row.key());
            return new AdoptionReport(0, 0, 0, 1, 0);
        }

        private Set<MatchKey> ofNew(LeadId id, FieldValues values) {
            Set<MatchKey> all = new HashSet<>(keys.keys(values));
            all.add(new MatchKey(MatchKey.RECORD, id.value()));
            return all;
        }

        private Set<MatchKey> ofChanged(StoredLead stored, List<LeadEvent> events) {
            return new HashSet<>(keys.keys(stored.history().plus(events).lead().values()));
        }

        private Set<MatchKey> free(Set<MatchKey> wanted) {
            Set<MatchKey> free = new HashSet<>(wanted);
            free.removeAll(leads.findByKey(free).keySet());
            return free;
        }

        private Origin origin(HostRow row) {
            return new Origin(table.name(), row.key(), false);
        }

        /** What the row says holds behind all that happened by now, or by a clock that is a little ahead. */
        private Instant behind(LeadHistory history) {
            List<LeadEvent> events = history.events();
            Instant latest = events.isEmpty()
                    ? Instant.MIN
                    : events.get(events.size() - 1).occurredAt();
            boolean isClose = !latest.isBefore(now) && !latest.isAfter(now.plus(CLOSE));
            return isClose ? latest.plus(1, ChronoUnit.MICROS) : now;
        }

        /** The version makes the event's identifier: it must not derive from the values, which may be personal. */
        private AdoptionReport update(HostRow row, StoredLead stored) {
            Lead lead = stored.history().lead();
            String version = Long.toString(stored.version());
            List<LeadEvent> events = new ArrayList<>();
            FieldValues news = row.news(table, lead);
            Instant at = behind(stored.history());
            if (!news.isEmpty()) {
                EventId id = EventId.derived(lead.id(), "adopted", table.name(), version);
                events.add(Updated.of(new EventHeader(id, lead.id(), at, now), origin(row), news));
            }
            row.stage()
                    .filter(stage -> !lead.stage().equals(Optional.of(stage)))
                    .ifPresent(stage -> {
                        EventId id = EventId.derived(lead.id(), "adopted stage", table.name(), version);
                        events.add(new StageMoved(
                                new EventHeader(id, lead.id(), at, now),
                                lead.stage().orElse(first),
                                stage,
                                "changed in " + table.name()));
                    });
            if (events.isEmpty()) {
                return new AdoptionReport(0, 0, 1, 0, 0);
            }
            CommitResult result = leads.commit(
                    Commit.of(lead.id(), stored.version(), events).withKeys(free(ofChanged(stored, events)), Set.of()));
            return result instanceof CommitResult.Committed
                    ? new AdoptionReport(0, 1, 0, 0, 0)
                    : new AdoptionReport(0, 0, 0, 1, 0);
        }
    }
}
