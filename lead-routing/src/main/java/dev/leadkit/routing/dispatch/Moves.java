package dev.leadkit.routing.dispatch;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.dispatch.Step.Kind;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.engine.RoutingRequest;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Moves leads from one rep to another, each in one step, and remembers which move the ledger did not answer. */
final class Moves {

    /** How many places or leases are looked at together. */
    static final int PAGE = 500;

    private final Router router;
    private final AssignmentLedger ledger;
    private final LookUp leads;

    /** Whose move the ledger did not answer: whether it was made is asked by the next call. */
    private final Map<LeadId, Place> unanswered = new LinkedHashMap<>();

    Moves(Router router, AssignmentLedger ledger, LookUp leads) {
        this.router = router;
        this.ledger = ledger;
        this.leads = leads;
    }

    /** All places of which something is true. */
    List<Place> places(Predicate<Place> wanted) {
        List<Place> all = new ArrayList<>();
        List<Place> page = ledger.places(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(wanted).forEach(all::add);
            page = ledger.places(Optional.of(page.get(page.size() - 1).lead()), PAGE);
        }
        return all;
    }

    /** Assigned to another rep, or stays. */
    Step move(Place place, LeadHistory history, Instant now) {
        Terms terms = Terms.STANDARD.leased(Lease.direct()).replacing(place.token());
        RoutingRequest request =
                RoutingRequest.of(history, now).without(List.of(place.rep())).on(terms);
        unanswered.put(place.lead(), place);
        Decision decision = router.route(request);
        unanswered.remove(place.lead());
        Step moved = Step.of(decision, Kind.ASSIGNED);
        boolean stays = decision instanceof Decision.Queued || moved.isKept();
        return stays ? Step.of(decision, Kind.STAYS) : moved;
    }

    private boolean isTold(LeadId lead, Instant now, Consumer<Step> told) {
        LookUp.Found<LeadHistory> found = leads.tried(lead);
        told.accept(found.value()
                .map(history -> Step.of(router.route(history, now), Kind.ASSIGNED))
                .orElseGet(() -> Step.unread(lead, found.trouble())));
        return found.value().isPresent();
    }

    /** Tells what became of moves without an answer; of one that cannot be looked up again and again. */
    void answer(Instant now, Consumer<Step> told) {
        for (Place before : List.copyOf(unanswered.values())) {
            boolean isMoved = ledger.find(before.lead())
                    .filter(place -> place.token() != before.token())
                    .isPresent();
            if (!isMoved || isTold(before.lead(), now, told)) {
                unanswered.remove(before.lead());
            }
        }
    }
}
