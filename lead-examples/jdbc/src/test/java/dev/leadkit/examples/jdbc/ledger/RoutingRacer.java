package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Settlement;
import dev.leadkit.routing.ledger.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One thread that routes: it accepts, declines or forgets what it is offered, and finishes its oldest lead to have room. */
final class RoutingRacer {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final int MOST_KEPT = 8;
    private static final Terms OFFER = Terms.STANDARD.leased(Lease.of(Duration.ofDays(1)));
    private static final Terms LAPSING = Terms.STANDARD.leased(Lease.of(Lease.SHORTEST));
    private static final Terms DIRECT = Terms.STANDARD.leased(Lease.direct());

    private final Router router;
    private final AssignmentLedger ledger;
    private final Random random;
    private final Deque<Told> kept = new ArrayDeque<>();
    private final Set<LeadId> asked = new HashSet<>();
    private final Set<Told> assigned = new HashSet<>();
    private final Set<Told> released = new HashSet<>();
    private int queued;

    /** A place that somebody was told of. */
    record Told(LeadId lead, RepId rep, long token) {}

    RoutingRacer(Router router, AssignmentLedger ledger, long seed) {
        this.router = router;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    Set<LeadId> asked() {
        return asked;
    }

    Set<Told> assigned() {
        return assigned;
    }

    Set<Told> released() {
        return released;
    }

    int queued() {
        return queued;
    }

    void route(LeadId lead) {
        asked.add(lead);
        Terms terms = List.of(Terms.STANDARD, OFFER, OFFER, LAPSING, DIRECT).get(random.nextInt(5));
        Decision decision = router.route(RoutingRequest.of(history(lead), NOW).on(terms));
        if (decision instanceof Decision.Assigned place) {
            Told told = new Told(place.lead(), place.rep(), place.token());
            assigned.add(told);
            goOn(told, terms);
        } else {
            queued++;
            ledger.expire(5);
            finishOldest();
        }
    }

    /** Somebody else may have been told of the same place, and have given it back meanwhile. */
    private void goOn(Told told, Terms terms) {
        if (terms.equals(LAPSING)) {
            return;
        }
        if (terms.equals(OFFER) && random.nextBoolean()) {
            release(told);
            return;
        }
        ledger.commit(told.lead(), told.token());
        kept.add(told);
        if (kept.size() > MOST_KEPT) {
            finishOldest();
        }
    }

    private void finishOldest() {
        Told oldest = kept.poll();
        if (oldest != null) {
            release(oldest);
        }
    }

    private void release(Told told) {
        if (ledger.release(told.lead(), told.token(), "finished") == Settlement.DONE) {
            released.add(told);
        }
    }

    static LeadHistory history(LeadId lead) {
        EventHeader header = new EventHeader(EventId.derived(lead, "update"), lead, NOW, NOW);
        FieldValues values =
                FieldValues.builder().set(StandardFields.COUNTRY, "DE").build();
        return LeadHistory.of(lead, List.of(Updated.of(header, new Origin("test", lead.value(), true), values)));
    }
}
