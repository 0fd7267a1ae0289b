package dev.leadkit.routing.engine;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.model.BuiltIn;

/** Does what a plan says when everybody who fits a lead is away. */
final class AllAway {

    private static final String AWAY = "everybody who fits is away";

    private final Deliberation deliberation;

    AllAway(Deliberation deliberation) {
        this.deliberation = deliberation;
    }

    void answer(WhenAllAway answer) {
        if (answer instanceof WhenAllAway.RouteAnyway) {
            override(", which the plan overrides");
            deliberation.refill(stage -> !stage.name.equals(BuiltIn.AVAILABLE));
        } else if (answer instanceof WhenAllAway.FallbackRep fallback) {
            goTo(fallback.rep());
        } else if (answer instanceof WhenAllAway.FallbackQueue fallback) {
            deliberation.note(AWAY);
            deliberation.waiting().queueIn(fallback.queue());
        } else {
            deliberation.note(AWAY);
        }
    }

    private void override(String how) {
        deliberation.note(AWAY + how);
        deliberation.grounds().override(AWAY + how);
    }

    private void goTo(RepId rep) {
        int number = deliberation.plan().number(rep);
        if (deliberation.plan().isActive(number)
                && deliberation.isAsked(number)
                && CapacityStage.hasRoom(deliberation, number)) {
            override(", " + rep + " stands in");
            deliberation.left().only(number);
        } else {
            deliberation.note(AWAY + ", and " + rep + ", who stands in, cannot take it");
        }
    }
}
