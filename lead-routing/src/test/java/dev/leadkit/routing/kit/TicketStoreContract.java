package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.desk.TicketStore;
import dev.leadkit.routing.dispatch.Ticket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link TicketStore} must do. */
public abstract class TicketStoreContract {

    /** A store without tickets. */
    protected abstract TicketStore newStore();

    /** The same store, as another process finds it; the store itself if it does not outlive the process. */
    protected abstract TicketStore reopened(TicketStore store);

    @Test
    @DisplayName("A store without tickets has none, and forgets one that it does not have")
    void empty() {
        TicketStore store = newStore();
        store.drop(new LeadId("nobody"));

        assertThat(store.all()).isEmpty();
        assertThat(store.find(new LeadId("nobody"))).isEmpty();
    }

    @Test
    @DisplayName("A ticket is as it was kept last, whatever it says, until it is dropped, in other processes too")
    void histories() {
        Random random = new Random(3);
        Tickets tickets = new Tickets(3);
        TicketStore store = newStore();
        Map<LeadId, Ticket> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Ticket ticket = tickets.next("lead-" + random.nextInt(12));
            if (random.nextInt(3) == 0) {
                store.drop(ticket.lead());
                expected.remove(ticket.lead());
            } else {
                store.keep(ticket);
                expected.put(ticket.lead(), ticket);
            }
            assertThat(store.find(ticket.lead())).isEqualTo(Optional.ofNullable(expected.get(ticket.lead())));
            if (i % 50 == 0) {
                store = reopened(store);
                assertThat(store.all()).containsExactlyInAnyOrderElementsOf(expected.values());
            }
        }
    }

    @Test
    @DisplayName("A lead's identifier may be long, and differ from another in a single letter's case or accent")
    void identifiers() {
        TicketStore store = newStore();
        Tickets tickets = new Tickets(5);
        String[] leads = {"a", "A", "\u00e4", "a\u0308", "a b", "x".repeat(255), "\ud83d\ude00"};
        for (String lead : leads) {
            store.keep(tickets.next(lead));
        }

        assertThat(store.all()).extracting(ticket -> ticket.lead().value()).containsExactlyInAnyOrder(leads);
    }
}
