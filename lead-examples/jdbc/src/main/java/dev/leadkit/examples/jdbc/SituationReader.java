package dev.leadkit.examples.jdbc;

import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.Commit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads all that a list of commits needs to know, in one round trip. The leads' rows come first and are locked, in order, so
 * that whatever is read after them is as the last commit to each of these leads has left it.
 */
final class SituationReader {

    private final FieldCatalog catalog;
    private final boolean exactly;
    private final Situation situation = new Situation();

    /** Without exactness no event counts as known: mostly none is, and writing tells. */
    SituationReader(FieldCatalog catalog, boolean exactly) {
        this.catalog = catalog;
        this.exactly = exactly;
    }

    Situation read(Connection connection, List<Proposal> proposals) throws SQLException {
        RoundTrip trip = new RoundTrip();
        leads(proposals, trip);
        trip.query("select nextval('lead_turn')", row -> situation.turn = row.getLong(1));
        reservations(proposals, trip);
        owners(proposals, trip);
        events(proposals, trip);
        trip.send(connection);
        return situation;
    }

    private void leads(List<Proposal> proposals, RoundTrip trip) {
        Set<String> ids = new TreeSet<>();
        proposals.forEach(each -> ids.add(Cells.of(each.lead().value())));
        trip.query(
                "select id, version, events, newest_token from lead where id = any(?) order by id for update",
                row -> {
                    long token = row.getLong(4);
                    situation.leads.put(
                            new LeadId(Cells.text(row.getString(1))),
                            new Situation.Row(row.getLong(2), row.getInt(3), row.wasNull() ? Long.MIN_VALUE : token));
                },
                RoundTrip.any(List.copyOf(ids)));
    }

    private void reservations(List<Proposal> proposals, RoundTrip trip) {
        List<String> keys = proposals.stream()
                .flatMap(each -> each.commit().reservation().stream())
                .map(each -> Cells.of(each.key().key()))
                .toList();
        if (!keys.isEmpty()) {
            trip.query(
                    "select idempotency_key, payload, result from lead_reservation where idempotency_key = any(?)",
                    row -> situation.reserved.put(
                            Cells.text(row.getString(1)),
                            new Situation.Reserved(Cells.text(row.getString(2)), Cells.text(row.getString(3)))),
                    RoundTrip.any(keys));
        }
    }

    private void owners(List<Proposal> proposals, RoundTrip trip) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        proposals.forEach(each -> keys.addAll(each.commit().keys()));
        owners(keys, trip, situation.owners);
    }

    /** A question for each kind of key: this is the form that the database answers from its index, however many they are. */
    static void owners(Collection<MatchKey> keys, RoundTrip trip, Map<MatchKey, LeadId> into) {
        Map<String, List<String>> byKind = new TreeMap<>();
        keys.forEach(key ->
                byKind.computeIfAbsent(key.kind(), none -> new ArrayList<>()).add(Cells.of(key.value())));
        byKind.forEach((kind, values) -> trip.query(
                "select match_value, lead from lead_key where kind = ? and match_value = any(?)",
                row -> into.put(
                        new MatchKey(kind, Cells.text(row.getString(1))), new LeadId(Cells.text(row.getString(2)))),
                Cells.of(kind),
                RoundTrip.any(values)));
    }

    /** A commit that expects no lead needs no events: if there is one, it conflicts. */
    private void events(List<Proposal> proposals, RoundTrip trip) {
        Set<String> ids = new TreeSet<>();
        Set<String> leads = new TreeSet<>();
        Set<String> shaped = new TreeSet<>();
        for (Proposal proposal : proposals) {
            if (proposal.commit().expectedVersion() > 0) {
                leads.add(Cells.of(proposal.lead().value()));
                proposal.commit()
                        .events()
                        .forEach(event -> ids.add(Cells.of(event.id().value())));
                if (proposal.isShaping()) {
                    shaped.add(Cells.of(proposal.lead().value()));
                }
            }
        }
        if (exactly && !leads.isEmpty()) {
            known(leads, ids, trip);
        }
        if (!shaped.isEmpty()) {
            shaping(shaped, trip);
        }
    }

    private void known(Set<String> leads, Set<String> ids, RoundTrip trip) {
        trip.query(
                "select lead, id from lead_event where lead = any(?) and id = any(?)",
                row -> situation
                        .known(new LeadId(Cells.text(row.getString(1))))
                        .add(new EventId(Cells.text(row.getString(2)))),
                RoundTrip.any(List.copyOf(leads)),
                RoundTrip.any(List.copyOf(ids)));
    }

    private void shaping(Set<String> leads, RoundTrip trip) {
        trip.query(
                "select skeleton, personal from lead_event where lead = any(?) and not kind = any(?)",
                row -> {
                    LeadEvent event = StoredEvent.read(row.getString(1), row.getString(2), catalog);
                    situation.shaping(event.leadId()).add(event);
                    situation.known(event.leadId()).add(event.id());
                },
                RoundTrip.any(List.copyOf(leads)),
                RoundTrip.any(List.copyOf(StoredEvent.QUIET)));
    }

    /** A commit with its events as they will stand in their rows; that is worked out once, however often it is decided. */
    record Proposal(Commit commit, List<StoredEvent> events) {

        static Proposal of(Commit commit) {
            return new Proposal(
                    commit, commit.events().stream().map(StoredEvent::of).toList());
        }

        LeadId lead() {
            return commit.lead();
        }

        boolean isShaping() {
            return events.stream().anyMatch(event -> !event.isQuiet());
        }
    }
}
