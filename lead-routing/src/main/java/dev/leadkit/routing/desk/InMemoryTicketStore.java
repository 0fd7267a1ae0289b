package dev.leadkit.routing.desk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.dispatch.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets in a map. */
final class InMemoryTicketStore implements TicketStore {

    private final Map<LeadId, Ticket> tickets = new ConcurrentHashMap<>();

    @Override
    public void keep(Ticket ticket) {
        tickets.put(ticket.lead(), ticket);
    }

    @Override
    public void drop(LeadId lead) {
        tickets.remove(lead);
    }

    @Override
    public Optional<Ticket> find(LeadId lead) {
        return Optional.ofNullable(tickets.get(lead));
    }

    @Override
    public Collection<Ticket> all() {
        return List.copyOf(tickets.values());
    }
}
