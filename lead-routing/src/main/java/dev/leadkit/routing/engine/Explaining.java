package dev.leadkit.routing.engine;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a deliberation into words, rep by rep. */
final class Explaining {

    private final RoutingPlan plan;
    private final Deliberation deliberation;
    private final Proposal proposal;

    Explaining(RoutingPlan plan, Deliberation deliberation, Proposal proposal) {
        this.plan = plan;
        this.deliberation = deliberation;
        this.proposal = proposal;
    }

    static String keeps(Place place) {
        return place.rep() + " keeps the place that the lead has, token " + place.token();
    }

    Explanation explanation(LeadId lead, Optional<Place> held) {
        Trail trail = deliberation.trail(plan.ref());
        Optional<RepId> first =
                proposal.order().stream().map(each -> each.rep().id()).findFirst();
        String reason = held.map(Explaining::keeps)
                .orElseGet(() -> first.map(proposal::words).orElse(proposal.obstacle()));
        List<RepVerdict> verdicts = plan.reps().stream().map(this::verdict).toList();
        return new Explanation(lead, held.map(Place::rep).or(() -> first), trail.under(reason), verdicts, trail);
    }

    private RepVerdict verdict(Rep rep) {
        Map<RepId, RepVerdict> refused = deliberation.refused();
        RepVerdict refusal = refused.get(rep.id());
        return refusal == null ? new RepVerdict(rep.id(), Optional.empty(), comparison(rep)) : refusal;
    }

    private String comparison(Rep rep) {
        if (proposal.order().isEmpty()) {
            return proposal.obstacle();
        }
        Candidate best = proposal.order().get(0);
        return best.rep().equals(rep)
                ? proposal.words(rep.id())
                : proposal.against(best, deliberation.candidates(List.of(rep)).get(0));
    }
}
