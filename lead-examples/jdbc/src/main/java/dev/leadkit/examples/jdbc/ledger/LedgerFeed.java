package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Change;
import dev.leadkit.routing.ledger.Changes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Changes in the order of their positions, which are given by whoever reads, to changes that are committed already: as the feed
 * of events has it.
 */
final class LedgerFeed {

    private static final String LOCK = "select last_position from ledger_feed where id = 1 for update";

    private final Transactions transactions;

    LedgerFeed(Transactions transactions) {
        this.transactions = transactions;
    }

    Changes after(long position, int most) {
        Changes page = transactions.read(connection -> page(connection, position, most));
        if (page.list().size() == most || !transactions.read(LedgerFeed::isWaiting)) {
            return page;
        }
        transactions.run(connection -> number(connection, most));
        return transactions.read(connection -> page(connection, position, most));
    }

    private static Changes page(Connection connection, long after, int most) throws SQLException {
        List<Change> page = new ArrayList<>();
        List<Long> forgotten = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select position, sort, step, reason, " + PlaceRow.COLUMNS
                                + " from ledger_change where position > ? order by position limit ?",
                        row -> page.add(read(row)),
                        after,
                        most)
                .query("select forgotten_to from ledger_feed where id = 1", row -> forgotten.add(row.getLong(1)))
                .send(connection);
        return new Changes(page, after >= forgotten.get(0));
    }

    private static Change read(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                Change.Sort.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                PlaceRow.read(row, 5).orElseThrow().place(),
                row.getLong(3),
                Cells.text(row.getString(4)));
    }

    private static boolean isWaiting(Connection connection) throws SQLException {
        List<Integer> waiting = new ArrayList<>();
        new RoundTrip()
                .query("select 1 from ledger_change where position is null limit 1", row -> waiting.add(row.getInt(1)))
                .send(connection);
        return !waiting.isEmpty();
    }

    /** The lock comes first: what is asked for after it sees everything that was committed before it was got. */
    private static int number(Connection connection, int most) throws SQLException {
        List<Long> last = new ArrayList<>();
        List<Long> waiting = new ArrayList<>();
        new RoundTrip()
                .query(LOCK, row -> last.add(row.getLong(1)))
                .query(
                        "select seq from ledger_change where position is null order by seq limit ?",
                        row -> waiting.add(row.getLong(1)),
                        most)
                .send(connection);
        if (waiting.isEmpty()) {
            return 0;
        }
        long before = last.get(0);
        List<Object[]> positions = new ArrayList<>();
        waiting.forEach(seq -> positions.add(new Object[] {before + positions.size() + 1, seq}));
        RoundTrip.send(
                connection, "update ledger_change set position = ? where position is null and seq = ?", positions);
        new RoundTrip()
                .update("update ledger_feed set last_position = ? where id = 1", before + positions.size())
                .send(connection);
        return waiting.size();
    }

    /** Forgets the oldest changes but those that must be kept. */
    static int forget(Connection connection, int most) throws SQLException {
        List<Long> last = new ArrayList<>();
        List<Long> old = new ArrayList<>();
        new RoundTrip().query(LOCK, row -> last.add(row.getLong(1))).send(connection);
        new RoundTrip()
                .query(
                        "select position from ledger_change where position <= ? order by position limit ?",
                        row -> old.add(row.getLong(1)),
                        last.get(0) - AssignmentLedger.CHANGES_KEPT,
                        most)
                .send(connection);
        if (!old.isEmpty()) {
            long newest = old.get(old.size() - 1);
            new RoundTrip()
                    .update("delete from ledger_change where position <= ?", newest)
                    .update("update ledger_feed set forgotten_to = ? where id = 1", newest)
                    .send(connection);
        }
        return old.size();
    }
}
