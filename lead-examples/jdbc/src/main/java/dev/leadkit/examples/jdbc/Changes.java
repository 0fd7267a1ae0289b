package dev.leadkit.examples.jdbc;

import dev.leadkit.event.Effect;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Table;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import dev.leadkit.store.Payload;
import dev.leadkit.store.Reservation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written because of some commits. Rows that somebody else may write at the same moment go in by kind and, within
 * a kind, in order: so two writers wait for each other but never in a circle.
 */
final class Changes {

    private static final Table LEADS = Table.of(
            "lead",
            "id varchar",
            "version bigint",
            "events integer",
            "newest_token bigint",
            "turn bigint",
            "place integer");
    private static final Table EVENTS = Table.of(
            "lead_event", "lead varchar", "id varchar", "kind varchar", "skeleton varchar", "personal varchar");
    private static final Table KEYS = Table.of("lead_key", "kind varchar", "match_value varchar", "lead varchar");
    private static final Table SHARED_KEYS =
            Table.of("lead_shared_key", "kind varchar", "match_value varchar", "lead varchar");
    private static final Table EFFECTS = Table.of(
            "lead_effect",
            "id varchar",
            "lead varchar",
            "type varchar",
            "facts varchar",
            "personal varchar",
            "due_at numeric",
            "free_at numeric",
            "turn bigint",
            "place integer",
            "attempts integer",
            "complete boolean");
    private static final Table PAYLOADS =
            Table.of("lead_payload", "lead varchar", "submission varchar", "received_at numeric", "keep_until numeric");
    static final Table RESERVATIONS = Table.of(
            "lead_reservation",
            "idempotency_key varchar",
            "payload varchar",
            "result varchar",
            "about varchar",
            "keep_until numeric");

    private final long turn;
    private final Map<LeadId, Lead> leads = new TreeMap<>();
    private final Map<LeadId, Integer> places = new HashMap<>();
    private final List<Told> events = new ArrayList<>();
    private final Map<MatchKey, LeadId> keys = new TreeMap<>(Decider.KEY_ORDER);
    private final List<Commit> commits = new ArrayList<>();
    private boolean raced;

    Changes(long turn) {
        this.turn = turn;
    }

    /** A lead's row before and after. */
    private record Lead(Situation.Row before, Situation.Row after) {

        boolean isNew() {
            return before.version() == 0;
        }
    }

    /** An event and its row. */
    private record Told(LeadEvent event, StoredEvent stored) {

        LeadId lead() {
            return event.leadId();
        }
    }

    void event(LeadEvent event, StoredEvent stored) {
        events.add(new Told(event, stored));
    }

    void lead(LeadId id, Situation.Row before, Situation.Row after) {
        Lead earlier = leads.get(id);
        places.putIfAbsent(id, places.size());
        leads.put(id, new Lead(earlier == null ? before : earlier.before(), after));
    }

    void key(MatchKey key, LeadId lead) {
        keys.put(key, lead);
    }

    void beside(Commit commit) {
        commits.add(commit);
    }

    boolean isEmpty() {
        return commits.isEmpty();
    }

    /** The new leads, or else those of which events came in that say what the lead is. */
    List<LeadId> reshaped(boolean fresh) {
        TreeSet<LeadId> told = new TreeSet<>();
        for (Told each : events) {
            if (isNew(each.lead()) == fresh && (fresh || !each.stored().isQuiet())) {
                told.add(each.lead());
            }
        }
        return List.copyOf(told);
    }

    private boolean isNew(LeadId id) {
        Lead lead = leads.get(id);
        return lead != null && lead.isNew();
    }

    Map<LeadId, List<LeadEvent>> events() {
        Map<LeadId, List<LeadEvent>> byLead = new HashMap<>();
        events.forEach(each ->
                byLead.computeIfAbsent(each.lead(), none -> new ArrayList<>()).add(each.event()));
        return byLead;
    }

    /** Whether somebody else wrote a row that was free when it was looked for, or an event was there already. */
    boolean raced() {
        return raced;
    }

    /** Writes the rows of the leads that are there, and adds all other statements. */
    void write(Connection connection, RoundTrip to) throws SQLException {
        changedLeads(connection, to);
        insert(LEADS, freshLeads(), to);
        insert(EVENTS, eventRows(), to);
        insert(KEYS, keyRows(), to);
        to.insert(SHARED_KEYS, sharedKeyRows()).insert(EFFECTS, effectRows()).insert(PAYLOADS, payloadRows());
        insert(RESERVATIONS, reservationRows(), to);
    }

    private void insert(Table table, List<@Nullable Object[]> rows, RoundTrip to) {
        to.insert(table, rows, leftOut -> raced |= leftOut > 0);
    }

    private static String id(LeadId lead) {
        return Cells.of(lead.value());
    }

    private static @Nullable Long token(Situation.Row row) {
        return row.newestToken() == Long.MIN_VALUE ? null : row.newestToken();
    }

    private List<@Nullable Object[]> freshLeads() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        leads.forEach((id, lead) -> {
            if (lead.isNew()) {
                Situation.Row after = lead.after();
                rows.add(new @Nullable Object[] {
                    id(id), after.version(), after.events(), token(after), turn, places.get(id)
                });
            }
        });
        return rows;
    }

    private void changedLeads(Connection connection, RoundTrip to) throws SQLException {
        List<Object[]> sets = new ArrayList<>();
        leads.forEach((id, lead) -> {
            if (!lead.isNew()) {
                Situation.Row after = lead.after();
                sets.add(new Object[] {after.version(), after.events(), after.newestToken(), id(id)});
            }
        });
        String sql = "update lead set version = ?, events = ?, newest_token = nullif(cast(? as bigint), "
                + Long.MIN_VALUE + ") where id = ?";
        if (sets.size() == 1) {
            to.update(sql, sets.get(0));
        } else if (!sets.isEmpty()) {
            RoundTrip.send(connection, sql, sets);
        }
    }

    private List<@Nullable Object[]> eventRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Told each : events) {
            StoredEvent stored = each.stored();
            String id = Cells.of(each.event().id().value());
            rows.add(new @Nullable Object[] {id(each.lead()), id, stored.kind(), stored.skeleton(), stored.personal()});
        }
        return rows;
    }

    private static @Nullable Object[] keyRow(MatchKey key, LeadId lead) {
        return new @Nullable Object[] {Cells.of(key.kind()), Cells.of(key.value()), id(lead)};
    }

    private List<@Nullable Object[]> keyRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        keys.forEach((key, lead) -> rows.add(keyRow(key, lead)));
        return rows;
    }

    private List<@Nullable Object[]> sharedKeyRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Commit commit : commits) {
            commit.sharedKeys().forEach(key -> rows.add(keyRow(key, commit.lead())));
        }
        return rows;
    }

    private List<@Nullable Object[]> effectRows() {
        Map<String, @Nullable Object[]> rows = new TreeMap<>();
        int place = 0;
        for (Commit commit : commits) {
            for (Effect effect : commit.effects()) {
                rows.putIfAbsent(Cells.of(effect.id().value()), effectRow(effect, place++));
            }
        }
        return List.copyOf(rows.values());
    }

    private @Nullable Object[] effectRow(Effect effect, int place) {
        String personal = effect.personal().isEmpty() ? null : StoredSubmission.write(effect.personal());
        return new @Nullable Object[] {
            Cells.of(effect.id().value()),
            id(effect.lead()),
            Cells.of(effect.type()),
            StoredSubmission.write(effect.facts()),
            personal,
            Cells.of(effect.dueAt()),
            Cells.of(effect.dueAt()),
            turn,
            place,
            0,
            false
        };
    }

    private List<@Nullable Object[]> payloadRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Commit commit : commits) {
            if (commit.payload().isPresent()) {
                Payload payload = commit.payload().get();
                rows.add(new @Nullable Object[] {
                    id(commit.lead()),
                    StoredSubmission.write(payload.submission()),
                    Cells.of(payload.receivedAt()),
                    Cells.of(payload.keepUntil())
                });
            }
        }
        return rows;
    }

    private List<@Nullable Object[]> reservationRows() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Commit commit : commits) {
            commit.reservation().ifPresent(each -> rows.add(reservationRow(each, commit.lead())));
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(row[0])));
        return rows;
    }

    static @Nullable Object[] reservationRow(Reservation reservation, LeadId about) {
        return new @Nullable Object[] {
            Cells.of(reservation.key().key()),
            Cells.of(reservation.key().payload()),
            Cells.of(reservation.result()),
            id(about),
            Cells.of(reservation.keepUntil())
        };
    }
}
