package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Table;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.model.Lag;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of one step, all in one round trip. The lead's row is locked before; loads follow, and lags behind
 * them, both in a fixed order.
 */
final class Changing {

    private static final Table LAGS = Table.of("ledger_lag", "pool varchar", "rep varchar", "lag bigint");
    private static final String LOGGED =
            "ledger_change (sort, lead, token, state, rep, kind, units, until_at, reason, step)";
    private static final String CELLS = "?, ?, ?, ?, ?, ?, ?, ?, ?";

    private final RoundTrip writes = new RoundTrip();
    private boolean tooFull;

    /** The lead's row as it is from now on. */
    void put(PlaceRow row) {
        List<Object> cells = new ArrayList<>(row.cells());
        cells.add(Cells.of(row.place().lead().value()));
        writes.update(
                "update ledger_place set token = ?, state = ?, rep = ?, kind = ?, units = ?, until_at = ? where lead = ?",
                cells.toArray());
    }

    /** Gives the units of a place back, and tells of it. */
    void giveBack(Change.Sort sort, Place place, String reason) {
        load(place, -place.work().units(), Integer.MAX_VALUE, count -> {});
        log(sort, place, reason);
    }

    /** Ends the lead's place. */
    void end(PlaceRow row, Settlement how, String reason) {
        put(row.ended(how));
        giveBack(how == Settlement.EXPIRED ? Change.Sort.EXPIRED : Change.Sort.RELEASED, row.place(), reason);
    }

    /** Takes the units of a place if they are within the limit then; if not, all of this is in vain. */
    void take(Change.Sort sort, Place place, int limit) {
        writes.update(
                "insert into ledger_load (rep, kind, units, step) values (?, ?, 0, 0) on conflict do nothing",
                Cells.of(place.rep().value()),
                Cells.of(place.work().kind()));
        load(place, place.work().units(), limit, count -> tooFull |= count == 0);
        put(PlaceRow.held(place));
        log(sort, place, "");
    }

    private void load(Place place, int units, int limit, IntConsumer count) {
        writes.update(
                "update ledger_load set units = units + ?, step = step + 1 where rep = ? and kind = ? and units <= ?",
                count,
                units,
                Cells.of(place.rep().value()),
                Cells.of(place.work().kind()),
                limit - Math.max(0, units));
    }

    /** Tells of a change of the load that was just made. */
    private void log(Change.Sort sort, Place place, String reason) {
        List<Object> cells = logged(sort, place, reason);
        cells.add(Cells.of(place.rep().value()));
        cells.add(Cells.of(place.work().kind()));
        writes.update(
                "insert into " + LOGGED + " select " + CELLS + ", step from ledger_load where rep = ? and kind = ?",
                cells.toArray());
    }

    /** Tells of a change that left the load as it was. */
    void tell(Change.Sort sort, Place place) {
        writes.update(
                "insert into " + LOGGED + " values (" + CELLS + ", 0)",
                logged(sort, place, "").toArray());
    }

    private static List<Object> logged(Change.Sort sort, Place place, String reason) {
        List<Object> cells = new ArrayList<>();
        cells.add(sort.name().toLowerCase(Locale.ROOT));
        cells.add(Cells.of(place.lead().value()));
        cells.addAll(PlaceRow.held(place).cells());
        cells.add(Cells.of(reason));
        return cells;
    }

    /** Moves the lags of the pool, in the order of the reps. */
    void owe(Reservation asked, RepId winner) {
        Map<RepId, Long> deltas = new TreeMap<>();
        asked.shares().forEach(share -> deltas.merge(share.rep(), share.units(), Math::addExact));
        deltas.merge(winner, -Lag.ONE_LEAD, Math::addExact);
        String pool = Cells.of(asked.pool());
        List<@Nullable Object[]> rows = new ArrayList<>();
        deltas.keySet().forEach(rep -> rows.add(new @Nullable Object[] {pool, Cells.of(rep.value()), 0L}));
        writes.insert(LAGS, rows);
        deltas.forEach((rep, delta) -> writes.update(
                "update ledger_lag set lag = lag + ? where pool = ? and rep = ?", delta, pool, Cells.of(rep.value())));
    }

    /** Writes it; false if somebody was faster to take the room, so that it must be undone. */
    boolean send(Connection connection) throws SQLException {
        writes.send(connection);
        return !tooFull;
    }
}
