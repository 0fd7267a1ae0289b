package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.decision.Trail;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Verdict;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts a deliberation into words, rep by rep. */
final class Explaining {

    private final Deliberation deliberation;
    private final Proposal proposal;
    private final CompiledPlan plan;

    Explaining(Deliberation deliberation, Proposal proposal) {
        this.deliberation = deliberation;
        this.proposal = proposal;
        this.plan = deliberation.plan();
    }

    Explanation explanation(Optional<Place> held) {
        deliberation.loads().readAll();
        Trail trail = deliberation.trail(true);
        Optional<RepId> first = proposal.isEmpty() ? Optional.empty() : Optional.of(proposal.winner());
        String why = held.map(
                        place -> Comparison.kept(place.rep(), place.token()).words())
                .orElseGet(() -> proposal.isEmpty()
                        ? proposal.obstacle()
                        : proposal.why(0).words());
        return Explanation.of(
                deliberation.request().facts().lead().id(),
                held.map(Place::rep).or(() -> first),
                why,
                IntStream.range(0, plan.size()).mapToObj(this::verdict).toList(),
                trail);
    }

    /** How a rep fares, by number. */
    RepVerdict verdict(int rep) {
        boolean standsIn =
                deliberation.grounds().isOverride() && deliberation.left().has(rep);
        if (!standsIn && !deliberation.takesPart(rep)) {
            String why = plan.isActive(rep) ? " is a backup, to whom the lead does not escalate yet" : " is inactive";
            return said(rep, "active", plan.id(rep) + why);
        }
        if (!deliberation.isAsked(rep)) {
            return said(rep, "asked", plan.id(rep) + " shall not be asked this time");
        }
        return refusal(rep).orElseGet(() -> RepVerdict.passes(plan.id(rep), grounds(rep)));
    }

    /**
     * The ledger goes on meanwhile: somebody may pass now who was not there to be compared. Whom the plan lets take the lead because
     * everybody is away passes, whatever the stages say.
     */
    private Optional<RepVerdict> refusal(int rep) {
        Optional<RoutingStrategy.Choice> choice = deliberation.choice();
        if (choice.isPresent()) {
            return byChoice(choice.get(), rep);
        }
        boolean compared = deliberation.left().has(rep);
        if (compared && deliberation.grounds().isOverride()) {
            return Optional.empty();
        }
        return byStages(rep).or(() -> compared ? Optional.empty() : Optional.of(late(rep)));
    }

    private RepVerdict late(int rep) {
        return said(rep, BuiltIn.CAPACITY, plan.id(rep) + " got room only after this was decided");
    }

    private Optional<RepVerdict> byStages(int rep) {
        PlanStage[] stages = plan.stages();
        for (int place = 0; place < stages.length; place++) {
            Verdict verdict = deliberation.test(place, rep);
            if (!verdict.passes()) {
                Remedy remedy = stages[place].remedy(deliberation, place, rep, verdict);
                return Optional.of(RepVerdict.fails(plan.id(rep), stages[place].name, remedy));
            }
        }
        return Optional.empty();
    }

    private Optional<RepVerdict> byChoice(RoutingStrategy.Choice choice, int rep) {
        if (!choice.order().contains(plan.id(rep))) {
            String strategy = plan.plan().strategy().orElseThrow();
            return Optional.of(said(rep, strategy, "not chosen: " + choice.reason()));
        }
        return CapacityStage.hasRoom(deliberation, rep)
                ? Optional.empty()
                : Optional.of(
                        RepVerdict.fails(plan.id(rep), BuiltIn.CAPACITY, CapacityStage.remedy(deliberation, rep)));
    }

    private RepVerdict said(int rep, String stage, String reason) {
        return RepVerdict.fails(plan.id(rep), stage, new Remedy.Said(reason));
    }

    private String grounds(int rep) {
        return deliberation.grounds().with(comparison(rep), plan.id(rep));
    }

    private String comparison(int rep) {
        if (proposal.isEmpty()) {
            return proposal.obstacle();
        }
        return rep == proposal.first()
                ? proposal.why(0).words()
                : proposal.against(proposal.first(), rep).words();
    }
}
