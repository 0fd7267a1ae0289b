package dev.leadkit.examples.jdbc;

import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.store.LeadQuery;
import dev.leadkit.store.StoredLead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads leads: each question is one statement, so that it sees every commit whole or not at all. */
final class LeadReader {

    private final FieldCatalog catalog;
    private final SearchFields search;

    LeadReader(FieldCatalog catalog, SearchFields search) {
        this.catalog = catalog;
        this.search = search;
    }

    Map<LeadId, StoredLead> find(Connection connection, Collection<LeadId> ids) throws SQLException {
        Map<String, Long> versions = new HashMap<>();
        Map<String, List<LeadEvent>> events = new HashMap<>();
        List<String> cells = ids.stream().map(id -> Cells.of(id.value())).toList();
        new RoundTrip()
                .query(
                        "select l.id, l.version, e.skeleton, e.personal from lead l join lead_event e on e.lead = l.id "
                                + "where l.id = any(?)",
                        row -> {
                            String id = row.getString(1);
                            versions.put(id, row.getLong(2));
                            events.computeIfAbsent(id, none -> new ArrayList<>())
                                    .add(StoredEvent.read(row.getString(3), row.getString(4), catalog));
                        },
                        RoundTrip.any(cells))
                .send(connection);
        Map<LeadId, StoredLead> found = new LinkedHashMap<>();
        for (LeadId id : ids) {
            String cell = Cells.of(id.value());
            Optional.ofNullable(versions.get(cell))
                    .ifPresent(version -> found.put(
                            id, new StoredLead(LeadHistory.of(id, events.getOrDefault(cell, List.of())), version)));
        }
        return found;
    }

    Map<MatchKey, LeadId> findByKey(Connection connection, Collection<MatchKey> keys) throws SQLException {
        Map<MatchKey, LeadId> found = new HashMap<>();
        RoundTrip trip = new RoundTrip();
        SituationReader.owners(keys, trip, found);
        trip.send(connection);
        Map<MatchKey, LeadId> inOrder = new LinkedHashMap<>();
        keys.forEach(key -> Optional.ofNullable(found.get(key)).ifPresent(lead -> inOrder.put(key, lead)));
        return inOrder;
    }

    List<LeadId> page(Connection connection, LeadQuery query, Optional<LeadId> after, int most) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select l.id from lead l where true");
        after.ifPresent(last -> {
            sql.append(" and (l.turn, l.place) > (select coalesce(max(a.turn), -1), "
                    + "coalesce(max(a.place), -1) from lead a where a.id = ?)");
            parameters.add(Cells.of(last.value()));
        });
        if (query instanceof LeadQuery.WithKey with) {
            sql.append(" and l.id in (select lead from lead_key where kind = ? and match_value = ? "
                    + "union all select lead from lead_shared_key where kind = ? and match_value = ?)");
            String kind = Cells.of(with.key().kind());
            String value = Cells.of(with.key().value());
            parameters.addAll(List.of(kind, value, kind, value));
        } else if (query instanceof LeadQuery.Where where) {
            sql.append(" and l.id in (select lead from lead_field where field = ? and comparable = ?)");
            parameters.addAll(List.of(where.field().name(), search.wanted(where)));
        }
        parameters.add(most);
        List<LeadId> page = new ArrayList<>();
        new RoundTrip()
                .query(
                        sql.append(" order by l.turn, l.place limit ?").toString(),
                        row -> page.add(new LeadId(Cells.text(row.getString(1)))),
                        parameters.toArray())
                .send(connection);
        return List.copyOf(page);
    }
}
