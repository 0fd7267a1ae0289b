package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.examples.jdbc.sql.Cells;
import dev.leadkit.examples.jdbc.sql.RoundTrip;
import dev.leadkit.examples.jdbc.sql.Transactions;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.desk.TicketStore;
import dev.leadkit.routing.dispatch.Ticket;
import dev.leadkit.routing.json.TicketJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Tickets in a table, one row a lead. Immutable, and thread-safe as far as the source of its connections is. */
public final class JdbcTicketStore implements TicketStore {

    private final Transactions transactions;

    private JdbcTicketStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Tickets in a database.
     *
     * @param transactions whose transactions they are written in; what is in a transaction of the host's is lasting only when that is committed
     * @return the store
     */
    public static JdbcTicketStore in(Transactions transactions) {
        return new JdbcTicketStore(transactions);
    }

    @Override
    public void keep(Ticket ticket) {
        String lead = Cells.of(ticket.lead().value());
        String json = Cells.of(TicketJson.write(ticket));
        transactions.settle(connection -> keep(connection, lead, json));
    }

    /** Empty if somebody else began with the lead at the same moment. */
    private static Optional<Boolean> keep(Connection connection, String lead, String ticket) throws SQLException {
        AtomicInteger kept = new AtomicInteger();
        new RoundTrip()
                .update("update dispatch_ticket set ticket = ? where lead = ?", kept::set, ticket, lead)
                .send(connection);
        if (kept.get() == 0) {
            new RoundTrip()
                    .update(
                            "insert into dispatch_ticket (lead, ticket) values (?, ?) on conflict do nothing",
                            kept::set,
                            lead,
                            ticket)
                    .send(connection);
        }
        return kept.get() == 0 ? Optional.empty() : Optional.of(true);
    }

    @Override
    public void drop(LeadId lead) {
        transactions.run(connection -> {
            new RoundTrip()
                    .update("delete from dispatch_ticket where lead = ?", Cells.of(lead.value()))
                    .send(connection);
            return true;
        });
    }

    @Override
    public Optional<Ticket> find(LeadId lead) {
        return found("select ticket from dispatch_ticket where lead = ?", Cells.of(lead.value())).stream()
                .findFirst();
    }

    @Override
    public List<Ticket> all() {
        return found("select ticket from dispatch_ticket");
    }

    private List<Ticket> found(String sql, Object... parameters) {
        return transactions.read(connection -> {
            List<Ticket> found = new ArrayList<>();
            new RoundTrip()
                    .query(
                            sql,
                            row -> found.add(TicketJson.read(JsonDocument.of(Cells.text(row.getString(1))))),
                            parameters)
                    .send(connection);
            return found;
        });
    }
}
