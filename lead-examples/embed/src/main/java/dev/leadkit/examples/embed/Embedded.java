package dev.leadkit.examples.embed;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static dev.leadkit.lead.StandardFields.JOB_TITLE;

import dev.leadkit.capture.ColumnRule;
import dev.leadkit.capture.Mapping;
import dev.leadkit.capture.Submission;
import dev.leadkit.desk.LeadDesk;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Score;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.engine.Router;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import dev.leadkit.store.LeadStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Lead handling inside an application: everything is in memory here, and every part can be replaced by the host's own. */
public final class Embedded {

    private Embedded() {}

    /**
     * Runs the README's example.
     *
     * @param arguments not used
     */
    public static void main(String[] arguments) {
        Map<String, String> form = Map.of("mail", "jo@acme.example", "title", "Head of Sales", "land", "Germany");
        System.out.println(run(form, InstantSource.system()));
    }

    static String run(Map<String, String> form, InstantSource clock) {
        // spotless:off
        // tag::readme[]
        var model = ScoringModel.builder("b2b", "1")
                .dimension("fit", fit -> fit.rule("decides", field(JOB_TITLE).startsWith("Head of"), 20)
                        .rule("home market", field(COUNTRY).in("DE", "AT", "CH"), 10))
                .dimension("engagement", engaged -> engaged.each("demo", interaction("demo.requested").filter(),
                        Worth.points(30).halfLife(Duration.ofDays(14)).cap(45)))
                .band("A", 50).band("B", 20).build();
        var plan = RoutingPlan.builder("sales", "1")
                .territory("dach", field(COUNTRY).in("DE", "AT", "CH")).rep(Rep.of("ann", 40).serving("dach"))
                .territory("rest", always()).rep(Rep.of("bob", 60).serving("rest")).queue("inbound").build();
        var mapping = Mapping.builder(FieldCatalog.standard()).columns(ColumnRule.of("mail", EMAIL),
                ColumnRule.of("title", JOB_TITLE), ColumnRule.of("land", COUNTRY).converter("country")).build();
        var desk = LeadDesk.builder(LeadStore.inMemory(), clock).mapping(mapping)
                .scorer(ScoringEngine.of(model)).router(Router.of(plan, AssignmentLedger.inMemory(), 7)).build();

        LeadId lead = desk.capture(new Submission("web", "4711", Optional.empty(), form)).leadId().orElseThrow();
        desk.record(lead, Interaction.inbound("demo.requested"));
        Score score = desk.score(lead).orElseThrow();
        Placement place = desk.route(lead).orElseThrow();
        // end::readme[]
        // spotless:on
        return score.total() + " points, grade " + score.grade().orElseThrow() + ", because " + place.reason();
    }
}
