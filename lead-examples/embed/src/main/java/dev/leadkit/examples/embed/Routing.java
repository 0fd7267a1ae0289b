package dev.leadkit.examples.embed;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.DecisionChart;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who takes a lead, and what everybody is told who asks why. */
final class Routing {

    private Routing() {}

    static List<String> told(LeadHistory lead, LeadHistory next, Instant now) {
        List<String> told = new ArrayList<>();
        // spotless:off
        // tag::routing[]
        RoutingPlan plan = RoutingPlan.builder("inbound", "7")
                .territory("dach", field(COUNTRY).in("DE", "AT", "CH"))
                .territory("asia", field(COUNTRY).in("IN", "JP"))
                .requirement(field(COUNTRY).is("DE"), "german", 3)
                .rep(Rep.of("ann", 40).serving("dach").skilled("german", 5).weighing(2))
                .rep(Rep.of("bob", 40).serving(Rep.EVERYWHERE).skilled("german", 3))
                .rep(Rep.of("cem", 40).serving("asia", "dach").skilled("german", 2))
                .rep(Rep.of("dee", 40).serving("asia"))
                .rep(Rep.of("eve", 0).serving(Rep.EVERYWHERE).skilled("german", 9))
                .queue("inbound").build(); // all that contradicts itself is refused here, at once
        Router router = Router.of(plan, AssignmentLedger.inMemory(), 7);
        Decision decision = router.route(lead, now); // one atomic step: nobody is ever over capacity, no lead has two owners
        told.add(decision.reason());
        Explanation why = router.explain(next, now); // writes nothing
        for (RepVerdict rep : why.reps()) {
            told.add(rep.toString());
        }
        String picture = DecisionChart.of(why).svg();
        // end::routing[]
        // spotless:on
        told.add(picture);
        return told;
    }
}
