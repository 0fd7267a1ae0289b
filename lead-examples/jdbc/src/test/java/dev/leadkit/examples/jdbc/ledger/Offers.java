package dev.leadkit.examples.jdbc.ledger;

import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Leads that no desk knows: they are offered for a time, accepted, declined, moved to another rep, or forgotten. */
record Offers(Router router, AssignmentLedger ledger, Random random) {

    static final int LEADS = 12;
    private static final String NAME = "offer-";
    private static final Terms LONG = Terms.STANDARD.leased(Lease.of(Duration.ofDays(1)));
    private static final Terms LAPSING = Terms.STANDARD.leased(Lease.of(Lease.SHORTEST));

    static boolean isOffer(Place place) {
        return place.lead().value().startsWith(NAME);
    }

    /** Does something with one of them. */
    void step() {
        LeadId lead = new LeadId(NAME + random.nextInt(LEADS));
        RoutingRequest request = RoutingRequest.of(RoutingRacer.history(lead), RoutingRacer.NOW);
        Optional<Place> held = ledger.find(lead);
        if (held.isPresent()) {
            settle(request, held.get());
        } else {
            router.route(request.on(random.nextBoolean() ? LONG : LAPSING));
        }
    }

    private void settle(RoutingRequest request, Place place) {
        switch (random.nextInt(5)) {
            case 0 -> ledger.commit(place.lead(), place.token());
            case 1 -> ledger.release(place.lead(), place.token(), "declined");
            case 2 -> ledger.expire(3);
            default -> router.route(request.without(List.of(place.rep())).on(LONG.replacing(place.token())));
        }
    }
}
