package dev.leadkit.examples.jdbc;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Erases what is personal of a lead, wherever it stands. */
final class Erasure {

    private final FieldCatalog catalog;
    private final SearchFields search;
    private final List<LeadMirror> mirrors;

    Erasure(FieldCatalog catalog, SearchFields search, List<LeadMirror> mirrors) {
        this.catalog = catalog;
        this.search = search;
        this.mirrors = List.copyOf(mirrors);
    }

    boolean redact(Connection connection, LeadId lead) throws SQLException {
        String id = Cells.of(lead.value());
        List<String> found = new ArrayList<>();
        List<String> records = new ArrayList<>(List.of(id));
        List<LeadEvent> events = new ArrayList<>();
        new RoundTrip()
                .query("select id from lead where id = ? for update", row -> found.add(row.getString(1)), id)
                .query(
                        "select match_value from lead_key where lead = ? and kind = ?",
                        row -> records.add(row.getString(1)),
                        id,
                        Cells.of(MatchKey.RECORD))
                .query(
                        "select skeleton, personal from lead_event where lead = ?",
                        row -> events.add(StoredEvent.read(row.getString(1), row.getString(2), catalog)),
                        id)
                .send(connection);
        if (found.isEmpty()) {
            RoundTrip trip = new RoundTrip();
            ofRecords(records, trip);
            trip.send(connection);
            return false;
        }
        LeadHistory history = LeadHistory.of(lead, events).redacted();
        events(connection, history, id);
        RoundTrip trip = new RoundTrip().update("update lead set version = version + 1 where id = ?", id);
        beside(id, records, trip);
        search.write(List.of(), List.of(history.lead()), trip);
        trip.send(connection);
        for (LeadMirror mirror : mirrors) {
            mirror.reflect(connection, List.of(history.lead()));
        }
        return true;
    }

    /** The skeletons are written anew: a field may have been declared personal since it went into one. */
    private static void events(Connection connection, LeadHistory redacted, String lead) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (LeadEvent event : redacted.events()) {
            rows.add(new Object[] {
                StoredEvent.of(event).skeleton(), lead, Cells.of(event.id().value())
            });
        }
        RoundTrip.send(
                connection, "update lead_event set skeleton = ?, personal = null where lead = ? and id = ?", rows);
    }

    private static void beside(String lead, List<String> records, RoundTrip to) {
        to.update("delete from lead_key where lead = ?", lead)
                .update("delete from lead_shared_key where lead = ?", lead)
                .update("update lead_effect set personal = null where lead = ?", lead)
                .update("delete from lead_payload where lead = ?", lead);
        ofRecords(records, to);
    }

    /** What is kept of records that did not become leads, or not yet. */
    private static void ofRecords(List<String> records, RoundTrip to) {
        to.update("delete from lead_reservation where about = any(?)", RoundTrip.any(records))
                .update("delete from lead_quarantine where record = any(?)", RoundTrip.any(records));
    }
}
