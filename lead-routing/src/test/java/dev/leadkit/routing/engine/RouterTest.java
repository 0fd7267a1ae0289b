package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RouterTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    private static PlanBuilder plan() {
        return RoutingPlan.builder(new ModelRef("inbound", "1")).queue("waiting");
    }

    private static RepId taker(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Assigned.class);
        return ((Decision.Assigned) decision).rep();
    }

    @Test
    void theDecisionCountsTheStagesAndSaysWhyTheWinnerWon() {
        RoutingPlan plan = plan().territory("dach", field(COUNTRY).in("DE", "AT"))
                .requirement(field(COUNTRY).is("DE"), "german", 3)
                .rep(Rep.of("ann", 2).serving("dach").skilled("german", 5).weighing(3))
                .rep(Rep.of("bob", 2).serving("*").skilled("german", 3))
                .rep(Rep.of("cem", 2).serving("dach").skilled("german", 2))
                .rep(Rep.of("dee", 0).serving("dach").skilled("german", 9))
                .rep(Rep.of("eve", 2).serving("dach").inactive())
                .build();

        Decision decision = Router.of(plan, ledger, 7).route(Leads.lead("lead", "DE"), Leads.NOW);

        assertThat(taker(decision)).isEqualTo(ANN);
        assertThat(decision.trail().funnel())
                .isEqualTo("pool 5 -> active 4 -> owner 4 -> territory 4 -> skills 3 -> capacity 2");
        assertThat(decision.reason())
                .isEqualTo("fair share: ann is 0.750 leads behind, bob is 0.250 leads behind ("
                        + decision.trail().funnel() + ")");
        assertThat(decision.trail().plan()).isEqualTo(plan.ref());
        assertThat(decision.trail().seed()).isEqualTo(7);
        assertThat(decision.trail().at()).isEqualTo(Leads.NOW);
    }

    @Test
    void theExplanationNamesTheFirstStageThatEachRepFails() {
        RoutingPlan plan = plan().territory("dach", field(COUNTRY).is("DE"))
                .territory("asia", field(COUNTRY).is("IN"))
                .requirement(field(COUNTRY).is("DE"), "german", 3)
                .rep(Rep.of("ann", 2).serving("dach").skilled("german", 5))
                .rep(Rep.of("bob", 2).serving("asia"))
                .rep(Rep.of("cem", 2).serving("dach").skilled("german", 2))
                .rep(Rep.of("dee", 0).serving("dach").skilled("german", 9))
                .rep(Rep.of("eve", 2).serving("dach").inactive())
                .build();

        Explanation explanation = Router.of(plan, ledger, 7).explain(Leads.lead("lead", "DE"), Leads.NOW);

        assertThat(explanation.taker()).contains(ANN);
        assertThat(explanation.reps())
                .extracting(RepVerdict::toString)
                .containsExactly(
                        "ann passes: ann is the only one who can",
                        "bob fails territory: the lead is in dach, bob serves asia",
                        "cem fails skills: german at level 3 is required, cem has 2",
                        "dee fails capacity: dee has 0 open leads, the capacity is 0",
                        "eve fails active: eve is inactive");
    }

    @Test
    void aLeadInNoTerritoryGoesOnlyToWhoServesEverywhere() {
        RoutingPlan plan = plan().territory("dach", field(COUNTRY).is("DE"))
                .rep(Rep.of("ann", 9).serving("dach"))
                .rep(Rep.of("bob", 1).serving("*"))
                .build();
        Router router = Router.of(plan, ledger, 7);

        assertThat(taker(router.route(Leads.lead("one", "FR"), Leads.NOW))).isEqualTo(BOB);
        Decision second = router.route(Leads.lead("two", "FR"), Leads.NOW);

        assertThat(second.placement())
                .isEqualTo(new Placement.InQueue(
                        "waiting",
                        plan.ref(),
                        "nobody can take the lead (pool 2 -> active 2 -> owner 2 -> territory 1 -> capacity 0)"));
    }

    @Test
    void theFirstTerritoryThatFitsIsTheLeads() {
        RoutingPlan plan = plan().territory("germany", field(COUNTRY).is("DE"))
                .territory("europe", field(COUNTRY).in("DE", "FR"))
                .rep(Rep.of("ann", 9).serving("europe"))
                .rep(Rep.of("bob", 9).serving("germany"))
                .build();
        Router router = Router.of(plan, ledger, 7);

        assertThat(taker(router.route(Leads.lead("one", "DE"), Leads.NOW))).isEqualTo(BOB);
        assertThat(taker(router.route(Leads.lead("two", "FR"), Leads.NOW))).isEqualTo(ANN);
    }

    @Test
    void anOwnerWhoDoesNotPassLosesTheLeadAndTheReasonIsRecorded() {
        RoutingPlan plan = plan().rep(Rep.of("ann", 0))
                .rep(Rep.of("bob", 9))
                .rep(Rep.of("cem", 9).inactive())
                .build();
        Router router = Router.of(plan, ledger, 7);

        Map<String, String> notes = new HashMap<>();
        for (String owner : List.of("ann", "cem", "zoe")) {
            Decision decision = router.route(Leads.owned(Leads.lead("of-" + owner, "DE"), owner, 1), Leads.NOW);
            assertThat(taker(decision)).isEqualTo(BOB);
            assertThat(decision.reason())
                    .endsWith("; " + decision.trail().notes().get(0));
            notes.put(owner, decision.trail().notes().get(0));
        }

        assertThat(notes)
                .containsEntry("ann", "its owner ann does not pass capacity: ann has 0 open leads, the capacity is 0")
                .containsEntry("cem", "its owner cem is inactive")
                .containsEntry("zoe", "its owner zoe is not in the plan");
    }

    @Test
    void theOwnersStageStandsWhereThePlanPutsIt() {
        RoutingPlan plan = plan().rep(Rep.of("ann", 9))
                .rep(Rep.of("bob", 9))
                .stages("capacity", "owner")
                .build();

        Decision decision =
                Router.of(plan, ledger, 7).route(Leads.owned(Leads.lead("lead", "DE"), "ann", 1), Leads.NOW);

        assertThat(taker(decision)).isEqualTo(ANN);
        assertThat(decision.trail().funnel()).isEqualTo("pool 2 -> active 2 -> capacity 2 -> owner 1");
    }

    @Test
    void aLeadThatHasAPlaceGetsTheSameOneAgain() {
        Router router =
                Router.of(plan().rep(Rep.of("ann", 9)).rep(Rep.of("bob", 9)).build(), ledger, 7);
        LeadHistory lead = Leads.lead("lead", "DE");

        Placement.WithRep first = (Placement.WithRep) router.reserve(lead, Leads.NOW);
        Placement.WithRep again = (Placement.WithRep) router.reserve(lead, Leads.NOW.plusSeconds(5));
        assertThat(again.rep()).isEqualTo(first.rep());
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(router.confirm(lead.id(), first.token())).isTrue();
        assertThat(router.reserve(lead, Leads.NOW)).isEqualTo(again);
        assertThat(ledger.standings("inbound", List.of(first.rep())).get(0).open())
                .isEqualTo(1);

        assertThat(router.release(lead.id(), first.token())).isTrue();
        assertThat(router.confirm(lead.id(), first.token())).isFalse();
        assertThat(((Placement.WithRep) router.reserve(lead, Leads.NOW)).token())
                .isGreaterThan(first.token());
    }

    @Test
    void aLedgerThatForgotGivesATokenAboveTheHistorys() {
        Router router = Router.of(plan().rep(Rep.of("ann", 9)).build(), ledger, 7);

        Decision.Assigned decision = (Decision.Assigned) router.route(
                Leads.owned(Leads.owned(Leads.lead("lead", "DE"), "ann", 41), "ann", 7), Leads.NOW);

        assertThat(decision.token()).isGreaterThan(41);
    }

    @Test
    void anExplanationOfALeadWithAPlaceDoesNotCountThatPlace() {
        Router router = Router.of(plan().rep(Rep.of("ann", 1)).build(), ledger, 7);
        LeadHistory lead = Leads.lead("lead", "DE");
        router.route(lead, Leads.NOW);

        Explanation explanation = router.explain(lead, Leads.NOW);

        assertThat(explanation.taker()).contains(ANN);
        assertThat(explanation.reason()).startsWith("ann keeps the place that the lead has, token 1");
        assertThat(explanation.reps()).extracting(RepVerdict::failed).containsExactly(Optional.empty());
    }

    @Test
    void leastLoadedKeepsEqualRepsWithinOneLead() {
        PlanBuilder plan = plan().ranking("leastLoaded");
        IntStream.range(0, 5).forEach(i -> plan.rep(Rep.of("rep-" + i, 100)));
        Router router = Router.of(plan.build(), ledger, 7);
        List<RepId> reps =
                IntStream.range(0, 5).mapToObj(i -> new RepId("rep-" + i)).toList();

        for (int i = 0; i < 100; i++) {
            router.route(Leads.lead("lead-" + i, "DE"), Leads.NOW);
            List<Integer> open = ledger.standings("inbound", reps).stream()
                    .map(Standing::open)
                    .toList();
            assertThat(open.stream().mapToInt(Integer::intValue).max().orElseThrow()
                            - open.stream().mapToInt(Integer::intValue).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void leastLoadedSaysTheNumbersAndTheDraw() {
        ledger.reserve(new Reservation(new LeadId("other"), "inbound", 0, List.of(new Bid(BOB, 9)), List.of()));
        RoutingPlan plan = plan().ranking("leastLoaded")
                .rep(Rep.of("ann", 9))
                .rep(Rep.of("bob", 9))
                .build();
        Router router = Router.of(plan, ledger, 7);

        assertThat(((Decision.Assigned) router.route(Leads.lead("one", "DE"), Leads.NOW)).comparison())
                .isEqualTo("least loaded: ann has 0 open leads, bob has 1 open lead");
        assertThat(((Decision.Assigned) router.route(Leads.lead("two", "DE"), Leads.NOW)).comparison())
                .startsWith("least loaded: ")
                .endsWith("has 1 open lead; level, the draw decides");
    }

    @Test
    void tiesFavourNobody() {
        PlanBuilder plan = plan().ranking("leastLoaded");
        IntStream.range(0, 4).forEach(i -> plan.rep(Rep.of("rep-" + i, 9)));
        RoutingPlan built = plan.build();

        Map<RepId, Long> firsts = IntStream.range(0, 4_000)
                .mapToObj(i -> taker(Router.of(built, AssignmentLedger.inMemory(), 7)
                        .route(Leads.lead("lead-" + i, "DE"), Leads.NOW)))
                .collect(Collectors.groupingBy(rep -> rep, Collectors.counting()));

        assertThat(firsts).hasSize(4);
        assertThat(firsts.values()).allMatch(count -> count > 900 && count < 1_100);
    }

    @Test
    void anotherSeedDrawsOtherwise() {
        RoutingPlan plan = plan().ranking("leastLoaded")
                .rep(Rep.of("ann", 9))
                .rep(Rep.of("bob", 9))
                .build();
        LeadHistory lead = Leads.lead("lead", "DE");

        assertThat(IntStream.range(0, 20)
                        .mapToObj(seed -> taker(Router.of(plan, AssignmentLedger.inMemory(), seed)
                                .route(lead, Leads.NOW))))
                .contains(ANN, BOB);
    }

    @Test
    void whoFilledUpSinceTheRankingIsPassedOver() {
        RoutingPlan plan =
                plan().rep(Rep.of("ann", 1).weighing(9)).rep(Rep.of("bob", 1)).build();
        Rival rival = new Rival(ledger, List.of(ANN));

        Decision.Assigned decision =
                (Decision.Assigned) Router.of(plan, rival, 7).route(Leads.lead("lead", "DE"), Leads.NOW);

        assertThat(decision.rep()).isEqualTo(BOB);
        assertThat(decision.comparison()).isEqualTo("bob was next after ann, who filled up meanwhile");
    }

    @Test
    void aLeadWaitsIfEverybodyFilledUpSinceTheRanking() {
        RoutingPlan plan = plan().rep(Rep.of("ann", 1)).rep(Rep.of("bob", 1)).build();
        Rival rival = new Rival(ledger, List.of(ANN, BOB));

        Decision decision = Router.of(plan, rival, 7).route(Leads.lead("lead", "DE"), Leads.NOW);

        assertThat(decision).isInstanceOf(Decision.Queued.class);
        assertThat(decision.trail().funnel()).endsWith("capacity 0");
    }

    @Test
    void anOwnerWhoFilledUpSinceLosesTheLeadToAnother() {
        RoutingPlan plan = plan().rep(Rep.of("ann", 1)).rep(Rep.of("bob", 1)).build();
        Rival rival = new Rival(ledger, List.of(ANN));

        Decision decision = Router.of(plan, rival, 7).route(Leads.owned(Leads.lead("lead", "DE"), "ann", 1), Leads.NOW);

        assertThat(taker(decision)).isEqualTo(BOB);
        assertThat(decision.trail().notes())
                .containsExactly("its owner ann does not pass capacity: ann has 1 open lead, the capacity is 1");
    }

    @Test
    void whatTheLedgerThrowsIsThrownOn() {
        AssignmentLedger broken = new Rival(ledger, List.of()) {
            @Override
            public List<Standing> standings(String pool, String kind, List<RepId> reps) {
                throw new IllegalStateException("connection lost");
            }
        };
        Router router = Router.of(plan().rep(Rep.of("ann", 1)).build(), broken, 7);

        assertThatThrownBy(() -> router.route(Leads.lead("lead", "DE"), Leads.NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("connection lost");
    }

    /** A ledger in which some reps get a lead from elsewhere just before the first reservation. */
    private static class Rival extends ForwardingLedger {

        private List<RepId> quicker;

        Rival(AssignmentLedger ledger, List<RepId> quicker) {
            super(ledger);
            this.quicker = quicker;
        }

        @Override
        public ReserveResult reserve(Reservation asked) {
            for (RepId rep : quicker) {
                super.reserve(
                        new Reservation(new LeadId("rival-" + rep), "inbound", 0, List.of(new Bid(rep, 1)), List.of()));
            }
            quicker = List.of();
            return super.reserve(asked);
        }
    }
}
