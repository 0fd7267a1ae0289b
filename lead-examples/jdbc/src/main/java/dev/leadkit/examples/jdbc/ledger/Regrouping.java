package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Heirs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Passes the lags of those who left a pool on to those who are in it. The rows of both are locked in the order of the reps. */
final class Regrouping {

    private final String pool;
    private final Map<RepId, Integer> members;
    private final Heirs heirs;

    Regrouping(String pool, Map<RepId, Integer> members) {
        this.pool = Cells.of(pool);
        this.members = Map.copyOf(members);
        this.heirs = Heirs.of(members);
    }

    /** Writes it; gives what passed. */
    long send(Connection connection) throws SQLException {
        SortedMap<RepId, Long> owed = new TreeMap<>();
        new RoundTrip()
                .query(
                        "select rep from ledger_lag where pool = ? and lag <> 0",
                        row -> owed.put(new RepId(Cells.text(row.getString(1))), 0L),
                        pool)
                .send(connection);
        owed.keySet().removeIf(members::containsKey);
        if (owed.isEmpty()) {
            return 0;
        }
        lock(connection, owed);
        long passed = owed.values().stream().reduce(0L, Math::addExact);
        pass(connection, owed, passed);
        return passed;
    }

    /** Somebody may have moved them since they were looked for. */
    private void lock(Connection connection, SortedMap<RepId, Long> owed) throws SQLException {
        SortedMap<RepId, Boolean> all = new TreeMap<>();
        heirs.reps().forEach(rep -> all.put(rep, false));
        owed.keySet().forEach(rep -> all.put(rep, true));
        RoundTrip locks = new RoundTrip();
        all.forEach((rep, leaves) -> {
            locks.update(
                    "insert into ledger_lag (pool, rep, lag) values (?, ?, 0) on conflict do nothing",
                    pool,
                    Cells.of(rep.value()));
            locks.query(
                    "select lag from ledger_lag where pool = ? and rep = ? for update",
                    row -> {
                        if (leaves) {
                            owed.put(rep, row.getLong(1));
                        }
                    },
                    pool,
                    Cells.of(rep.value()));
        });
        locks.send(connection);
    }

    private void pass(Connection connection, SortedMap<RepId, Long> owed, long passed) throws SQLException {
        RoundTrip writes = new RoundTrip();
        owed.keySet()
                .forEach(rep -> writes.update(
                        "update ledger_lag set lag = 0 where pool = ? and rep = ?", pool, Cells.of(rep.value())));
        heirs.divide(
                passed,
                (rep, part) -> writes.update(
                        "update ledger_lag set lag = lag + ? where pool = ? and rep = ?",
                        part,
                        pool,
                        Cells.of(rep.value())));
        writes.send(connection);
    }
}
