package dev.leadkit.routing.dispatch;

import dev.leadkit.lead.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tickets of leads that a rep was asked about or has, in the order in which something is due of them. */
final class HeldTickets {

    private final Map<LeadId, Ticket> tickets = new HashMap<>();
    private final TreeSet<Due> dues = new TreeSet<>();

    private record Due(Instant at, LeadId lead) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int first = at.compareTo(other.at);
            return first == 0 ? lead.compareTo(other.lead) : first;
        }

        static Due of(Ticket ticket) {
            return new Due(ticket.due().orElseThrow(), ticket.lead());
        }
    }

    /** In place of what was there of the lead. */
    void put(Ticket ticket) {
        remove(ticket.lead());
        tickets.put(ticket.lead(), ticket);
        dues.add(Due.of(ticket));
    }

    Optional<Ticket> remove(LeadId lead) {
        Optional<Ticket> ticket = find(lead);
        ticket.ifPresent(each -> {
            tickets.remove(lead);
            dues.remove(Due.of(each));
        });
        return ticket;
    }

    Optional<Ticket> find(LeadId lead) {
        return Optional.ofNullable(tickets.get(lead));
    }

    /** The offer that is open for a lead. */
    Optional<Ticket> offered(LeadId lead) {
        return find(lead).filter(ticket -> ticket.offer().isPresent());
    }

    /** The one of which something is due first, if it is due by now. */
    Optional<Ticket> due(Instant now) {
        return next().filter(at -> !at.isAfter(now))
                .flatMap(at -> find(dues.first().lead()));
    }

    Optional<Instant> next() {
        return dues.isEmpty() ? Optional.empty() : Optional.of(dues.first().at());
    }

    Collection<Ticket> all() {
        return tickets.values();
    }
}
