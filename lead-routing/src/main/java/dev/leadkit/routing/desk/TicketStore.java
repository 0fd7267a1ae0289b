package dev.leadkit.routing.desk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.dispatch.Ticket;
import java.util.Collection;
import java.util.Optional;

/**
 * Where the tickets of a {@link DeskDispatcher} are kept. Each call is a write of its own that is lasting when it returns; none needs to be in
 * one transaction with anything else. Must be thread-safe.
 */
public interface TicketStore {

    /**
     * Keeps a ticket in place of the lead's former one.
     *
     * @param ticket the ticket
     */
    void keep(Ticket ticket);

    /**
     * Forgets the ticket of a lead; nothing happens if there is none.
     *
     * @param lead which lead
     */
    void drop(LeadId lead);

    /**
     * The ticket of a lead.
     *
     * @param lead which lead
     * @return the one kept last; empty if there is none
     */
    Optional<Ticket> find(LeadId lead);

    /**
     * All tickets.
     *
     * @return each one that was kept and not dropped, in any order
     */
    Collection<Ticket> all();

    /**
     * Keeps tickets as long as the process lives. Thread-safe.
     *
     * @return an empty store
     */
    static TicketStore inMemory() {
        return new InMemoryTicketStore();
    }
}
