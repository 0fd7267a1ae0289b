package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.availability.WhenAllAway;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.Remedy;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.model.WorkKind;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is said of reps for whom the stages alone do not speak. */
final class ExplainingTest {

    private static final OutOfOffice AWAY = new OutOfOffice(
            Leads.NOW.minusSeconds(60), Leads.NOW.plusSeconds(3_600), Optional.empty(), OutOfOffice.Kind.HARD);

    private static PlanBuilder plan(WhenAllAway answer, String... away) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1")
                .queue("waiting")
                .ranking("leastLoaded")
                .territory("dach", field(COUNTRY).is("DE"))
                .territory("asia", field(COUNTRY).is("JP"));
        plan.availability().whenAllAway(answer);
        for (String rep : away) {
            plan.availability().rep(new RepId(rep), RepHours.ALWAYS.away(AWAY));
        }
        return plan;
    }

    private static Explanation explained(PlanBuilder plan) {
        return Router.of(plan.build(), AssignmentLedger.inMemory(), 7).explain(Leads.lead("one", "DE"), Leads.NOW);
    }

    @Test
    @DisplayName("who takes a lead though all are away passes, and everybody who was compared does")
    void routedAnyway() {
        Explanation explanation = explained(plan(new WhenAllAway.RouteAnyway(), "ann", "bob", "dan")
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("bob", 9).serving("asia"))
                .rep(Rep.of("dan", 0).serving("*")));

        assertThat(explanation.taker()).contains(new RepId("ann"));
        assertThat(explanation.reps())
                .extracting(RepVerdict::toString)
                .containsExactly(
                        "ann passes: ann is the only one who can; everybody who fits is away, which the plan overrides",
                        "bob fails territory: the lead is in dach, bob serves asia",
                        "dan fails available: dan is away until 2026-03-01T10:00:00Z");
    }

    @Test
    @DisplayName("all who are compared although they are away pass, the winner with the reason why they could be")
    void comparedAnyway() {
        Explanation explanation = explained(plan(new WhenAllAway.RouteAnyway(), "ann", "bob")
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("bob", 9).serving("dach")));

        assertThat(explanation.reps()).extracting(RepVerdict::failed).containsOnly(Optional.empty());
        assertThat(explanation.reps())
                .extracting(RepVerdict::reason)
                .allMatch(reason -> reason.startsWith("least loaded: ")
                        && reason.endsWith("; everybody who fits is away, which the plan overrides"));
    }

    @Test
    @DisplayName("the rep who stands in for all passes, though away and of another territory; the others do not")
    void fallback() {
        Explanation explanation = explained(plan(new WhenAllAway.FallbackRep(new RepId("zoe")), "ann", "zoe")
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("zoe", 1).serving("asia")));

        assertThat(explanation.taker()).contains(new RepId("zoe"));
        assertThat(explanation.reps())
                .extracting(RepVerdict::toString)
                .containsExactly(
                        "ann fails available: ann is away until 2026-03-01T10:00:00Z",
                        "zoe passes: zoe is the only one who can; everybody who fits is away, zoe stands in");
    }

    @Test
    @DisplayName("who is away is told to be back from the very moment on")
    void back() {
        RoutingPlan plan = plan(new WhenAllAway.QueueUntilNextOpen(), "ann")
                .rep(Rep.of("ann", 9).serving("dach"))
                .build();
        Router router = Router.of(plan, AssignmentLedger.inMemory(), 7);
        RepVerdict now =
                router.explain(Leads.lead("one", "DE"), Leads.NOW).reps().get(0);

        assertThat(now.remedy()).contains(new Remedy.Presence(Optional.of(AWAY.until())));
        assertThat(router.explain(Leads.lead("one", "DE"), AWAY.until().minusNanos(1))
                        .reps()
                        .get(0)
                        .remedy())
                .isEqualTo(now.remedy());
        assertThat(router.explain(Leads.lead("one", "DE"), AWAY.until())
                        .reps()
                        .get(0)
                        .remedy())
                .isEmpty();
    }

    @Test
    @DisplayName("room is told in the lead's kind of work, and of what the host says there are only its words")
    void roomAndWords() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage(
                "host", situation -> rep -> rep.id().value().equals("ann") ? Verdict.pass() : Verdict.refuse("no"));
        RoutingPlan plan = RoutingPlan.builder("inbound", "1")
                .queue("waiting")
                .work(new WorkKind("demo", field(COUNTRY).is("DE"), 3))
                .rep(Rep.of("ann", 1).taking("demo", 2))
                .rep(Rep.of("bob", 9))
                .stages("host", "capacity")
                .build(registry);

        Explanation explanation =
                Router.of(plan, registry, AssignmentLedger.inMemory(), 7).explain(Leads.lead("one", "DE"), Leads.NOW);

        assertThat(explanation.reps())
                .extracting(RepVerdict::remedy)
                .containsExactly(Optional.of(new Remedy.Room("demo", 0, 2, 3)), Optional.of(new Remedy.Said("no")));
        assertThat(new Remedy.Room("demo", 0, 2, 3).missing()).isEqualTo(1);
    }

    @Test
    @DisplayName("who stands in and cannot take the lead either fails as anybody does")
    void fallbackFull() {
        Explanation explanation = explained(plan(new WhenAllAway.FallbackRep(new RepId("zoe")), "ann")
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("zoe", 0).serving("*")));

        assertThat(explanation.taker()).isEmpty();
        assertThat(explanation.reps().get(1).failed()).contains("capacity");
    }

    @Test
    @DisplayName("a substitute of the owner passes and says for whom, an owner who is there says nothing of it")
    void substitute() {
        PlanBuilder plan = plan(new WhenAllAway.QueueUntilNextOpen())
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("bob", 9).serving("dach"))
                .rep(Rep.of("cem", 9).serving("dach"));
        plan.availability().rep(new RepId("ann"), RepHours.ALWAYS.away(AWAY.substitutedBy("bob")));
        Router router = Router.of(plan.build(), AssignmentLedger.inMemory(), 7);

        assertThat(router.explain(Leads.owned(Leads.lead("one", "DE"), "ann", 1), Leads.NOW)
                        .reps())
                .extracting(RepVerdict::toString)
                .containsExactly(
                        "ann fails owner: the lead stays with its owner bob",
                        "bob passes: bob is the only one who can; stands in for its owner ann",
                        "cem fails owner: the lead stays with its owner bob");
        assertThat(router.explain(Leads.owned(Leads.lead("two", "DE"), "cem", 1), Leads.NOW)
                        .reps()
                        .get(2)
                        .reason())
                .isEqualTo("cem is the only one who can");
    }
}
