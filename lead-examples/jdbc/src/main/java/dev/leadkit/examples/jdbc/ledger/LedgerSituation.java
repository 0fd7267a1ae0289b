package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a step is decided on: the lead's row, which is locked until the end of the transaction, and the time after that.
 *
 * @param latest the lead's latest place, or empty if it never had one
 * @param now what the database's clock said when the lock was got
 */
record LedgerSituation(Optional<PlaceRow> latest, Instant now) {

    private static final String READ = "select " + PlaceRow.COLUMNS + " from ledger_place where lead = ? for update";

    /** Locks a lead of which there may be no row yet. */
    static LedgerSituation made(Connection connection, LeadId lead, DatabaseClock clock) throws SQLException {
        RoundTrip questions = new RoundTrip()
                .update(
                        "insert into ledger_place (" + PlaceRow.COLUMNS
                                + ") values (?, 0, 'none', '', '', 0, ?) on conflict do nothing",
                        Cells.of(lead.value()),
                        PlaceRow.NEVER);
        return asked(questions, connection, lead, clock);
    }

    /** Locks a lead. */
    static LedgerSituation of(Connection connection, LeadId lead, DatabaseClock clock) throws SQLException {
        return asked(new RoundTrip(), connection, lead, clock);
    }

    private static LedgerSituation asked(RoundTrip questions, Connection connection, LeadId lead, DatabaseClock clock)
            throws SQLException {
        List<Optional<PlaceRow>> rows = new ArrayList<>();
        List<Instant> now = new ArrayList<>();
        questions.query(READ, row -> rows.add(PlaceRow.read(row, 1)), Cells.of(lead.value()));
        clock.ask(questions, now);
        questions.send(connection);
        return new LedgerSituation(rows.isEmpty() ? Optional.empty() : rows.get(0), now.get(0));
    }

    /** The place that the lead has, lapsed or not. */
    Optional<Place> held() {
        return latest.filter(row -> row.ended().isEmpty()).map(PlaceRow::place);
    }

    boolean isOver() {
        return held().filter(place -> place.isOver(now)).isPresent();
    }

    long token() {
        return latest.map(row -> row.place().token()).orElse(0L);
    }

    /**
     * The units that reps have of a kind of work. If there is a place to leave, all these rows are locked in their order, because
     * two of them will be changed; otherwise none is.
     */
    static Map<RepId, Integer> loads(
            Connection connection, String kind, Collection<RepId> reps, Optional<Place> leaving) throws SQLException {
        Map<RepId, Integer> loads = new HashMap<>();
        List<String> names =
                reps.stream().map(rep -> Cells.of(rep.value())).distinct().toList();
        String locked = leaving.isEmpty() ? "" : "or (kind = ? and rep = ?) order by kind, rep for update";
        List<Object> parameters = new ArrayList<>(List.of(Cells.of(kind), RoundTrip.any(names)));
        leaving.ifPresent(place -> {
            parameters.add(Cells.of(place.work().kind()));
            parameters.add(Cells.of(place.rep().value()));
        });
        new RoundTrip()
                .query(
                        "select rep, kind, units from ledger_load where (kind = ? and rep = any(?)) " + locked,
                        row -> {
                            if (Cells.text(row.getString(2)).equals(kind)) {
                                loads.put(new RepId(Cells.text(row.getString(1))), row.getInt(3));
                            }
                        },
                        parameters.toArray())
                .send(connection);
        return loads;
    }
}
