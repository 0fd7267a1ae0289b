package dev.leadkit.examples.jdbc;

import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.store.FeedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Events in the order of their positions. A number that is given when a row is written is not in the order of the commits, and
 * a reader would go past an event that is committed late. So positions are given by whoever reads, to events that are
 * committed already, by one reader at a time; writers take no part in it.
 */
final class Feed {

    private final Transactions transactions;
    private final FieldCatalog catalog;

    Feed(Transactions transactions, FieldCatalog catalog) {
        this.transactions = transactions;
        this.catalog = catalog;
    }

    List<FeedEvent> after(long position, int most) {
        List<FeedEvent> page = transactions.read(connection -> page(connection, position, most));
        if (page.size() == most || !transactions.read(Feed::isWaiting)) {
            return page;
        }
        transactions.run(connection -> number(connection, most));
        return transactions.read(connection -> page(connection, position, most));
    }

    private List<FeedEvent> page(Connection connection, long after, int most) throws SQLException {
        List<FeedEvent> page = new ArrayList<>();
        new RoundTrip()
                .query(
                        "select position, skeleton, personal from lead_event where position > ? "
                                + "order by position limit ?",
                        row -> page.add(new FeedEvent(
                                row.getLong(1), StoredEvent.read(row.getString(2), row.getString(3), catalog))),
                        after,
                        most)
                .send(connection);
        return List.copyOf(page);
    }

    private static boolean isWaiting(Connection connection) throws SQLException {
        List<Integer> waiting = new ArrayList<>();
        new RoundTrip()
                .query("select 1 from lead_event where position is null limit 1", row -> waiting.add(row.getInt(1)))
                .send(connection);
        return !waiting.isEmpty();
    }

    /** The lock comes first: what is asked for after it sees everything that was committed before it was got. */
    private static int number(Connection connection, int most) throws SQLException {
        List<Long> last = new ArrayList<>();
        List<Long> waiting = new ArrayList<>();
        new RoundTrip()
                .query("select last_position from lead_feed where id = 1 for update", row -> last.add(row.getLong(1)))
                .query(
                        "select seq from lead_event where position is null order by seq limit ?",
                        row -> waiting.add(row.getLong(1)),
                        most)
                .send(connection);
        if (waiting.isEmpty()) {
            return 0;
        }
        long before = last.get(0);
        List<Object[]> positions = new ArrayList<>();
        waiting.forEach(seq -> positions.add(new Object[] {before + positions.size() + 1, seq}));
        RoundTrip.send(connection, "update lead_event set position = ? where position is null and seq = ?", positions);
        new RoundTrip()
                .update("update lead_feed set last_position = ? where id = 1", before + positions.size())
                .send(connection);
        return waiting.size();
    }
}
