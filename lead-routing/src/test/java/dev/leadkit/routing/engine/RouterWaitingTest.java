package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.StageCount;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.Escalation;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A router whose lead has to wait")
final class RouterWaitingTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");
    private static final LeadHistory LEAD = Leads.lead("one", "DE");

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    private static PlanBuilder plan(Rep... reps) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1").queue("waiting");
        List.of(reps).forEach(plan::rep);
        return plan;
    }

    private Decision route(PlanBuilder plan, Duration waited) {
        return Router.of(plan.build(), ledger, 7)
                .route(RoutingRequest.of(LEAD, Leads.NOW).waitingSince(Leads.NOW.minus(waited)));
    }

    private static OutOfOffice away(int from, int until) {
        return new OutOfOffice(
                Leads.NOW.plus(Duration.ofMinutes(from)),
                Leads.NOW.plus(Duration.ofMinutes(until)),
                Optional.empty(),
                OutOfOffice.Kind.HARD);
    }

    private static Optional<Instant> again(Decision decision) {
        return ((Decision.Queued) decision).again();
    }

    private static Optional<Instant> inMinutes(int minutes) {
        return Optional.of(Leads.NOW.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    @DisplayName(
            "says when it is worth another look: at the first skill that is dropped, escalation, or rep who is back")
    void again() {
        PlanBuilder plan = plan(
                        Rep.of("ann", 9), Rep.of("bob", 0).skilled("german", 1).skilled("dutch", 1))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "german", 1, Optional.of(Duration.ofMinutes(20))))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "dutch", 1, Optional.of(Duration.ofMinutes(10))))
                .escalation(
                        new Escalation(Duration.ofMinutes(15), new TreeSet<>(Set.of("skills")), Optional.of("late")));

        assertThat(again(route(plan, Duration.ZERO))).isEqualTo(inMinutes(10));
        assertThat(again(route(plan, Duration.ofMinutes(10)))).isEqualTo(inMinutes(5));
        Decision late = route(plan, Duration.ofMinutes(15));
        assertThat(((Decision.Assigned) late).rep()).isEqualTo(ANN);
        assertThat(late.trail().notes()).containsExactly("skills is waived, because the lead has waited");
    }

    @Test
    @DisplayName("says when the first of those who fit is back, and of those only")
    void back() {
        PlanBuilder plan = plan(
                        Rep.of("ann", 9).skilled("german", 1),
                        Rep.of("bob", 9),
                        Rep.of("cem", 9).skilled("german", 1))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "german", 1));
        plan.availability()
                .rep(ANN, RepHours.ALWAYS.away(away(-10, 90)))
                .rep(BOB, RepHours.ALWAYS.away(away(-10, 30)))
                .rep(new RepId("cem"), RepHours.ALWAYS.away(away(-10, 60)));

        Decision decision = route(plan, Duration.ZERO);

        assertThat(again(decision)).isEqualTo(inMinutes(60));
        assertThat(decision.trail().notes()).containsExactly("everybody who fits is away");
        assertThat(decision.trail().stages()).last().isEqualTo(new StageCount("capacity", 0));
    }

    @Test
    @DisplayName("goes to a later queue, and is looked at again when the next escalation comes")
    void queues() {
        PlanBuilder plan = plan(Rep.of("ann", 0))
                .escalation(new Escalation(Duration.ofMinutes(5), new TreeSet<>(), Optional.of("late")))
                .escalation(new Escalation(Duration.ofMinutes(9), new TreeSet<>(Set.of("owner")), Optional.empty()));

        Decision.Queued first =
                (Decision.Queued) route(plan, Duration.ofMinutes(5).minusNanos(1));
        Decision.Queued second = (Decision.Queued) route(plan, Duration.ofMinutes(5));
        Decision.Queued third = (Decision.Queued) route(plan, Duration.ofMinutes(9));

        assertThat(first.queue()).isEqualTo("waiting");
        assertThat(first.again()).contains(Leads.NOW.plusNanos(1));
        assertThat(second.queue()).isEqualTo("late");
        assertThat(second.again()).isEqualTo(inMinutes(4));
        assertThat(third.queue()).isEqualTo("late");
        assertThat(third.again()).isEmpty();
        assertThat(Set.of(first.alike(), third.alike()))
                .as("what is waived is told")
                .hasSize(2);
    }

    @Test
    @DisplayName("keeps the place that it has though nobody could take it any more")
    void keptByNobody() {
        Router router = Router.of(plan(Rep.of("ann", 5)).build(), ledger, 7);
        Decision.Assigned first = (Decision.Assigned) router.route(LEAD, Leads.NOW);
        router.activate(plan(Rep.of("ann", 5).inactive(), Rep.of("bob", 0)).build());

        Decision.Assigned again = (Decision.Assigned) router.route(LEAD, Leads.NOW);

        assertThat(again.why()).isEqualTo(Comparison.kept(ANN, first.token()));
    }

    @Test
    @DisplayName("notes why its owner does not get it")
    void owner() {
        Router router =
                Router.of(plan(Rep.of("ann", 5).inactive(), Rep.of("bob", 5)).build(), ledger, 7);

        assertThat(router.route(Leads.owned(LEAD, "ann", 1), Leads.NOW).trail().notes())
                .containsExactly("its owner ann is inactive");
        LeadHistory bobs = Leads.owned(Leads.lead("two", "DE"), "bob", 1);
        assertThat(router.route(RoutingRequest.of(bobs, Leads.NOW).without(List.of(BOB)))
                        .trail()
                        .notes())
                .containsExactly("its owner bob shall not be asked this time");
        assertThat(router.route(Leads.owned(Leads.lead("three", "DE"), "zoe", 1), Leads.NOW)
                        .trail()
                        .notes())
                .containsExactly("its owner zoe is not in the plan");
    }

    @Test
    @DisplayName("explains a strategy's choice: who was not chosen, and who was and has no room")
    void strategy() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStrategy(
                "mine", (situation, active) -> new RoutingStrategy.Choice(List.of(ANN, BOB), "by hand"));
        RoutingPlan plan = plan(Rep.of("ann", 0), Rep.of("bob", 1), Rep.of("cem", 1))
                .strategy("mine")
                .build(registry);

        Explanation explanation = Router.of(plan, registry, ledger, 7).explain(LEAD, Leads.NOW);

        assertThat(explanation.taker()).contains(BOB);
        assertThat(explanation.reps())
                .extracting(Object::toString)
                .containsExactly(
                        "ann fails capacity: ann has 0 open leads, the capacity is 0",
                        "bob passes: bob is the only one who can",
                        "cem fails mine: not chosen: by hand");
        assertThat(explanation.trail().stages())
                .containsExactly(
                        new StageCount("pool", 3),
                        new StageCount("active", 3),
                        new StageCount("mine", 2),
                        new StageCount("capacity", 1));
    }

    @Test
    @DisplayName("tells the host's stages how many leads each has, and none of somebody who is not in the plan")
    void opens() {
        List<Integer> seen = new ArrayList<>();
        Eligibility spy = Eligibility.of((situation, rep) -> {
            seen.add(situation.open(rep.id()));
            seen.add(situation.open(new RepId("zoe")));
            return Verdict.pass();
        });
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("spy", spy);
        RoutingPlan plan = plan(Rep.of("ann", 9)).stages("spy", "capacity").build(registry);
        Router router = Router.of(plan, registry, ledger, 7);
        router.route(Leads.lead("first", "DE"), Leads.NOW);
        router.route(Leads.lead("second", "DE"), Leads.NOW);
        seen.clear();

        router.route(LEAD, Leads.NOW);

        assertThat(seen).startsWith(2, 0);
    }

    @Test
    @DisplayName("passes what a rep was due to the others when a plan without the rep comes into force")
    void leavers() {
        Router router = Router.of(
                plan(Rep.of("ann", 9), Rep.of("bob", 9), Rep.of("cem", 9)).build(), ledger, 7);
        RepId taker = ((Decision.Assigned) router.route(LEAD, Leads.NOW)).rep();
        List<RepId> all = List.of(ANN, BOB, new RepId("cem"));
        assertThat(ledger.standings("inbound", List.of(taker)))
                .containsExactly(new Standing(1, Lag.ONE_LEAD / 3 - Lag.ONE_LEAD));
        PlanBuilder without = plan();
        all.stream().filter(rep -> !rep.equals(taker)).forEach(rep -> without.rep(Rep.of(rep.value(), 9)));

        router.activate(without.build());

        List<Standing> standings = ledger.standings("inbound", all);
        assertThat(standings).extracting(Standing::lag).containsOnly(0L);
        assertThat(ledger.find(new LeadId("one"))).isPresent();
    }

    @Test
    @DisplayName("finds few among few, in whatever order the stages stand and however few are active")
    void fewAmongFew() {
        for (int every : new int[] {1, 50, 70}) {
            for (int able : new int[] {1, 40, 50}) {
                for (int active : new int[] {1, 100}) {
                    few(every, able, active);
                }
            }
        }
    }

    private void few(int every, int able, int active) {
        PlanBuilder plan = plan().territory("dach", field(COUNTRY).is("DE"))
                .territory("france", field(COUNTRY).is("FR"))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "german", 1))
                .stages("skills", "territory", "capacity");
        int expected = 0;
        for (int i = 0; i < 400; i++) {
            Rep rep = Rep.of("rep-%03d".formatted(i), 1).serving(i % every == 0 ? "dach" : "france");
            Rep skilled = i % able == 0 ? rep.skilled("german", 1) : rep;
            plan.rep(i % active == 0 ? skilled : skilled.inactive());
            expected += i % every == 0 && i % able == 0 && i % active == 0 ? 1 : 0;
        }

        Decision decision =
                Router.of(plan.build(), AssignmentLedger.inMemory(), 7).route(LEAD, Leads.NOW);

        assertThat(decision.trail().stages()).last().isEqualTo(new StageCount("capacity", expected));
    }
}
