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
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads all that a list of commits needs to know, in one round trip. The leads' rows come first and are locked, in order, so
 * that whatever is read after them is as the last commit to each of these leads has left it.
 */
final class SituationReader {

    private final FieldCatalog catalog;
    private final Situation situation = new Situation();

    SituationReader(FieldCatalog catalog) {
        this.catalog = catalog;
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
                RoundTrip.texts(List.copyOf(ids)));
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
                    RoundTrip.texts(keys));
        }
    }

    private void owners(List<Proposal> proposals, RoundTrip trip) {
        Set<MatchKey> keys = new LinkedHashSet<>();
        proposals.forEach(each -> keys.addAll(each.commit().keys()));
        if (!keys.isEmpty()) {
            owners(keys, trip, situation);
        }
    }

    static void owners(Collection<MatchKey> keys, RoundTrip trip, Situation into) {
        List<String> kinds = keys.stream().map(key -> Cells.of(key.kind())).toList();
        List<String> values = keys.stream().map(key -> Cells.of(key.value())).toList();
        trip.query(
                "select k.kind, k.match_value, k.lead from unnest(cast(? as varchar array), cast(? as varchar array)) "
                        + "as w(kind, match_value) join lead_key k on k.kind = w.kind and k.match_value = w.match_value",
                row -> into.owners.put(
                        new MatchKey(Cells.text(row.getString(1)), Cells.text(row.getString(2))),
                        new LeadId(Cells.text(row.getString(3)))),
                RoundTrip.texts(kinds),
                RoundTrip.texts(values));
    }

    /** A commit that expects no lead needs no events: if there is one, it conflicts. */
    private void events(List<Proposal> proposals, RoundTrip trip) {
        List<String> leads = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Set<String> shaped = new TreeSet<>();
        for (Proposal proposal : proposals) {
            String lead = Cells.of(proposal.lead().value());
            if (proposal.commit().expectedVersion() > 0) {
                for (LeadEvent event : proposal.commit().events()) {
                    leads.add(lead);
                    ids.add(Cells.of(event.id().value()));
                }
                if (proposal.isShaping()) {
                    shaped.add(lead);
                }
            }
        }
        if (!leads.isEmpty()) {
            known(leads, ids, trip);
        }
        if (!shaped.isEmpty()) {
            shaping(shaped, trip);
        }
    }

    private void known(List<String> leads, List<String> ids, RoundTrip trip) {
        trip.query(
                "select e.lead, e.id from unnest(cast(? as varchar array), cast(? as varchar array)) as w(lead, id) "
                        + "join lead_event e on e.lead = w.lead and e.id = w.id",
                row -> situation
                        .known(new LeadId(Cells.text(row.getString(1))))
                        .add(new EventId(Cells.text(row.getString(2)))),
                RoundTrip.texts(leads),
                RoundTrip.texts(ids));
    }

    private void shaping(Set<String> leads, RoundTrip trip) {
        trip.query(
                "select skeleton, personal from lead_event where lead = any(?) and not kind = any(?)",
                row -> {
                    LeadEvent event = StoredEvent.read(row.getString(1), row.getString(2), catalog);
                    situation.shaping(event.leadId()).add(event);
                },
                RoundTrip.texts(List.copyOf(leads)),
                RoundTrip.texts(List.copyOf(StoredEvent.QUIET)));
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
