package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Eligibility;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Ranking;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.RoutingStrategy;
import dev.leadkit.routing.model.Situation;
import dev.leadkit.routing.model.Verdict;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host's own stages, rankings and strategies can do, and what becomes of it when they fail. */
final class HostCodeTest {

    private static final RepId ANN = new RepId("ann");
    private static final RepId BOB = new RepId("bob");

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    private static PlanBuilder plan() {
        return RoutingPlan.builder(new ModelRef("inbound", "1"))
                .rep(Rep.of("ann", 1))
                .rep(Rep.of("bob", 9))
                .queue("waiting");
    }

    private Decision route(PlanBuilder plan, RoutingRegistry registry, String country) {
        return Router.of(plan.build(registry), registry, ledger, 7)
                .route(Leads.lead("lead-" + country, country), Leads.NOW);
    }

    private static boolean isFrom(Situation situation, String country) {
        return situation
                .facts()
                .lead()
                .get(StandardFields.COUNTRY)
                .orElseThrow()
                .equals(country);
    }

    @Test
    void aStageOfTheHostNarrowsLikeAnyOther() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage(
                "notAnn",
                Eligibility.of((situation, rep) -> rep.id().equals(ANN) ? Verdict.refuse("not Ann") : Verdict.pass()));

        Decision decision = route(plan().stages("notAnn", "capacity"), registry, "DE");

        assertThat(((Decision.Assigned) decision).rep()).isEqualTo(BOB);
        assertThat(decision.trail().funnel()).isEqualTo("pool 2 -> active 2 -> notAnn 1 -> capacity 1");
    }

    @Test
    void alsoWhatIsThrownUndeclaredIsNamedAndGoesNoFurther() {
        for (Throwable thrown :
                List.of(new IOException("Jane"), new AssertionError("Jane"), new LinkageError("Jane"))) {
            RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("moody", situation -> rep -> thrown(thrown));

            Decision decision = route(plan().stages("moody", "capacity"), registry, "DE");

            assertThat(decision).isInstanceOf(Decision.Queued.class);
            assertThat(decision.reason())
                    .contains("stage moody failed with " + thrown.getClass().getName())
                    .doesNotContain("Jane");
        }
    }

    /** Throws what it does not declare, as code in Kotlin does. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> Verdict thrown(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void aStageThatFailsForARepRefusesThatRepAndNobodyElse() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("moody", situation -> rep -> {
            if (rep.id().equals(BOB)) {
                throw new IllegalStateException("jane.doe@example.com is not a number");
            }
            return Verdict.pass();
        });

        Decision decision = route(plan().stages("moody", "capacity"), registry, "DE");

        assertThat(((Decision.Assigned) decision).rep()).isEqualTo(ANN);
        assertThat(decision.trail().notes()).containsExactly("stage moody failed with java.lang.IllegalStateException");
        assertThat(decision.reason()).doesNotContain("jane");
    }

    @Test
    void aStageThatFailsAtALeadQueuesThatLeadAndTheNextIsRouted() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("moody", situation -> {
            if (isFrom(situation, "FR")) {
                throw new IllegalStateException();
            }
            return rep -> Verdict.pass();
        });
        PlanBuilder plan = plan().stages("moody", "capacity");

        Decision french = route(plan, registry, "FR");

        assertThat(french).isInstanceOf(Decision.Queued.class);
        assertThat(french.reason()).endsWith("; stage moody failed with java.lang.IllegalStateException");
        assertThat(route(plan, registry, "DE")).isInstanceOf(Decision.Assigned.class);
    }

    @Test
    void aStageThatGivesNothingOrNeverEndsIsAFailureToo() {
        RoutingRegistry registry = RoutingRegistry.EMPTY
                .withStage("nothing", situation -> null)
                .withStage("none", situation -> rep -> null)
                .withStage("wordless", Eligibility.of((situation, rep) -> Verdict.refuse(() -> null)))
                .withStage("deep", Eligibility.of((situation, rep) -> deep(rep)));

        assertThat(route(plan().stages("nothing", "capacity"), registry, "DE")
                        .trail()
                        .notes())
                .containsExactly("stage nothing gave nothing");
        assertThat(route(plan().stages("none", "capacity"), registry, "DE")
                        .trail()
                        .notes())
                .containsExactly("stage none gave nothing");
        assertThat(route(plan().stages("deep", "capacity"), registry, "DE")
                        .trail()
                        .notes())
                .containsExactly("stage deep failed with java.lang.StackOverflowError");
        assertThat(route(plan().stages("wordless", "capacity"), registry, "DE")).isInstanceOf(Decision.Queued.class);
    }

    private static Verdict deep(Rep rep) {
        return rep.capacity() < 0 ? Verdict.pass() : deep(rep);
    }

    @Test
    void aRankingOfTheHostOrdersAndSaysWhy() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withRanking(
                "lastName",
                Ranking.by(
                        Comparator.<Candidate, RepId>comparing(
                                        each -> each.rep().id())
                                .reversed(),
                        (winner, next) ->
                                winner.rep().id() + " is behind " + next.rep().id()));

        Decision decision = route(plan().ranking("lastName"), registry, "DE");

        assertThat(((Decision.Assigned) decision).rep()).isEqualTo(BOB);
        assertThat(((Decision.Assigned) decision).comparison()).isEqualTo("bob is behind ann");
    }

    @Test
    void aRankingThatFailsQueuesTheLeadAndSaysSo() {
        RoutingRegistry registry = RoutingRegistry.EMPTY
                .withRanking("broken", eligible -> {
                    throw new UnsupportedOperationException();
                })
                .withRanking("greedy", eligible -> new Greedy());

        assertThat(((Decision.Queued) route(plan().ranking("broken"), registry, "DE")).obstacle())
                .isEqualTo("ranking broken failed with java.lang.UnsupportedOperationException");
        assertThat(((Decision.Queued) route(plan().ranking("greedy"), registry, "DE")).obstacle())
                .isEqualTo("ranking greedy failed with java.lang.IllegalArgumentException");
    }

    /** Makes shares that do not add up to a lead. */
    private static final class Greedy implements Ranking.Contest {
        @Override
        public Comparator<Candidate> order() {
            return Comparator.comparing(each -> 0);
        }

        @Override
        public String words(Candidate winner, Candidate next) {
            return "";
        }

        @Override
        public long share(Candidate candidate) {
            return 1;
        }
    }

    @Test
    void aStrategyReplacesStagesAndRankingAndTheCapacityStillHolds() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStrategy(
                "annFirst", (situation, active) -> new RoutingStrategy.Choice(List.of(ANN, BOB), "Ann first"));
        PlanBuilder plan = plan().strategy("annFirst");

        Decision first = route(plan, registry, "DE");
        Decision second = route(plan, registry, "FR");

        assertThat(((Decision.Assigned) first).rep()).isEqualTo(ANN);
        assertThat(first.reason()).isEqualTo("Ann first (pool 2 -> active 2 -> annFirst 2 -> capacity 2)");
        assertThat(((Decision.Assigned) second).rep()).isEqualTo(BOB);
        assertThat(second.trail().funnel()).endsWith("annFirst 2 -> capacity 1");
    }

    @Test
    void aStrategyThatFailsOrNamesAnybodyElseQueuesTheLead() {
        RoutingRegistry registry = RoutingRegistry.EMPTY
                .withStrategy("broken", (situation, active) -> {
                    throw new IllegalStateException();
                })
                .withStrategy(
                        "stranger", (situation, active) -> new RoutingStrategy.Choice(List.of(new RepId("zoe")), "Zoe"))
                .withStrategy("nobody", (situation, active) -> new RoutingStrategy.Choice(List.of(), "Sunday"));

        assertThat(((Decision.Queued) route(plan().strategy("broken"), registry, "DE")).obstacle())
                .isEqualTo("strategy broken failed with java.lang.IllegalStateException");
        assertThat(((Decision.Queued) route(plan().strategy("stranger"), registry, "DE")).obstacle())
                .isEqualTo("strategy stranger must name active reps, each once, named others");
        assertThat(((Decision.Queued) route(plan().strategy("nobody"), registry, "DE")).obstacle())
                .isEqualTo("Sunday");
    }

    @Test
    void aRouterRefusesNamesThatItsRegistryLacks() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("vip", situation -> rep -> Verdict.pass());
        RoutingPlan plan = plan().stages("vip", "capacity").build(registry);

        assertThatThrownBy(() -> Router.of(plan, ledger, 7))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("$.stages[0]: must be a known name, was \"vip\"");
    }
}
