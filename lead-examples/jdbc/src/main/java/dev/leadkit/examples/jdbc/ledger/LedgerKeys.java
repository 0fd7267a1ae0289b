package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.store.IdempotencyKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first result of each idempotency key, written in the same transaction as what it is the result of. */
final class LedgerKeys {

    private LedgerKeys() {}

    /** The answer to a repetition; empty if the key is ours now. Waits for whoever is working on the key. */
    static Optional<ReserveResult> taken(Connection connection, IdempotencyKey key, Instant now) throws SQLException {
        List<Integer> added = new ArrayList<>();
        List<ReserveResult> earlier = new ArrayList<>();
        RoundTrip questions = new RoundTrip()
                .update(
                        "insert into ledger_key (idempotency_key, payload, kept_from, result, " + PlaceRow.COLUMNS
                                + ") values (?, ?, ?, 'none', '', 0, '', '', '', 0, 0) on conflict do nothing",
                        added::add,
                        Cells.of(key.key()),
                        Cells.of(key.payload()),
                        Cells.of(now));
        questions.query(
                "select payload, result, " + PlaceRow.COLUMNS + " from ledger_key where idempotency_key = ?",
                row -> earlier.add(
                        Cells.text(row.getString(1)).equals(key.payload()) ? read(row) : new ReserveResult.KeyReused()),
                Cells.of(key.key()));
        questions.send(connection);
        return added.contains(1) ? Optional.empty() : Optional.of(earlier.get(0));
    }

    private static ReserveResult read(ResultSet row) throws SQLException {
        return switch (row.getString(2)) {
            case "granted" -> new ReserveResult.Granted(place(row));
            case "held" -> new ReserveResult.Held(place(row));
            case "free" -> new ReserveResult.Free();
            default -> new ReserveResult.Full();
        };
    }

    private static Place place(ResultSet row) throws SQLException {
        return PlaceRow.read(row, 3).orElseThrow().place();
    }

    static void keep(Connection connection, IdempotencyKey key, ReserveResult result) throws SQLException {
        List<Object> cells = new ArrayList<>();
        String places = "";
        if (result instanceof ReserveResult.Granted granted) {
            cells.add("granted");
            cells.add(Cells.of(granted.place().lead().value()));
            cells.addAll(PlaceRow.held(granted.place()).cells());
        } else if (result instanceof ReserveResult.Held held) {
            cells.add("held");
            cells.add(Cells.of(held.place().lead().value()));
            cells.addAll(PlaceRow.held(held.place()).cells());
        } else {
            cells.add(result instanceof ReserveResult.Free ? "free" : "full");
        }
        if (cells.size() > 1) {
            places = ", lead = ?, token = ?, state = ?, rep = ?, kind = ?, units = ?, until_at = ?";
        }
        cells.add(Cells.of(key.key()));
        new RoundTrip()
                .update("update ledger_key set result = ?" + places + " where idempotency_key = ?", cells.toArray())
                .send(connection);
    }
}
