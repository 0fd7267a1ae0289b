package dev.leadkit.routing.kit;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.dispatch.Ticket;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Any tickets. */
public final class Tickets {

    private final Random random;

    /**
     * Tickets drawn from a number.
     *
     * @param seed the number
     */
    public Tickets(long seed) {
        random = new Random(seed);
    }

    /**
     * The next ticket.
     *
     * @param lead of which lead
     * @return a ticket that says anything a ticket can say
     */
    public Ticket next(String lead) {
        SortedMap<RepId, Instant> resting = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            resting.put(rep(), moment());
        }
        int sort = random.nextInt(3);
        return new Ticket(
                new LeadId(lead),
                random.nextInt(),
                moment(),
                resting,
                random.nextBoolean() ? "" : "queue \"" + random.nextInt() + "\" \u00fc \ud83d\ude00",
                Optional.of(new Ticket.Offer(rep(), token(), moment())).filter(offer -> sort == 1),
                Optional.of(new Ticket.Promise(rep(), token(), moment(), moment()))
                        .filter(promise -> sort == 2));
    }

    private RepId rep() {
        return new RepId("rep-" + random.nextInt(9) + "/\u00e9");
    }

    private long token() {
        return random.nextLong() & Long.MAX_VALUE;
    }

    private Instant moment() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }
}
