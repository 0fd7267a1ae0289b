package dev.leadkit.routing.desk;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.dispatch.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Leads that the desk queued by itself, because it reconciled or was asked to route one: they get a ticket at once, and are looked after from the next call on. Thread-safe. */
final class QueuedElsewhere {

    private final TicketStore tickets;
    private final Queue<Ticket> waiting = new ConcurrentLinkedQueue<>();

    QueuedElsewhere(TicketStore tickets) {
        this.tickets = tickets;
    }

    TicketStore tickets() {
        return tickets;
    }

    void add(LeadId lead, Instant at) {
        Ticket ticket = tickets.find(lead).map(Ticket::waiting).orElseGet(() -> Ticket.waiting(lead, 0, at));
        tickets.keep(ticket);
        waiting.add(ticket);
    }

    /** Those that came since this was asked last. */
    List<Ticket> take() {
        List<Ticket> taken = new ArrayList<>();
        for (Ticket ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
            taken.add(ticket);
        }
        return taken;
    }

    /** Since when one waits to be taken. */
    Optional<Instant> since() {
        return Optional.ofNullable(waiting.peek()).map(Ticket::since);
    }
}
