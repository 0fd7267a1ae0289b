package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.ModelRef;
import dev.leadkit.lead.RepId;
import dev.leadkit.port.HeldPlace;
import dev.leadkit.port.Placement;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.decision.StageCount;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Lease;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.WorkKind;
import dev.leadkit.store.IdempotencyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A router")
final class RouterAnswersTest {

    private static final RepId ANN = new RepId("ann");
    private static final LeadId ONE = new LeadId("one");
    private static final LeadHistory LEAD = Leads.lead("one", "DE");

    private final AssignmentLedger ledger = AssignmentLedger.inMemory(() -> Leads.NOW);

    private static PlanBuilder plan(Rep... reps) {
        PlanBuilder plan = RoutingPlan.builder("inbound", "1").queue("waiting");
        List.of(reps).forEach(plan::rep);
        return plan;
    }

    private Router router(PlanBuilder plan) {
        return Router.of(plan.build(), ledger, 7);
    }

    private static RoutingRequest asked(LeadHistory lead, Terms terms) {
        return RoutingRequest.of(lead, Leads.NOW).on(terms);
    }

    private static String obstacle(Decision decision) {
        return ((Decision.Queued) decision).obstacle();
    }

    /** A ledger in which somebody else is always a moment sooner. */
    private AssignmentLedger contested(AtomicInteger asked) {
        return new ForwardingLedger(ledger) {
            @Override
            public ReserveResult reserve(Reservation reservation) {
                asked.incrementAndGet();
                return new ReserveResult.Full();
            }
        };
    }

    @Test
    @DisplayName("says that a lead without a place cannot be moved, and that a key was used before")
    void refusedByTheLedger() {
        Router router = router(plan(Rep.of("ann", 5)));

        assertThat(obstacle(router.route(asked(LEAD, Terms.STANDARD.replacing(5)))))
                .isEqualTo("the lead has no place any more from which it could be moved");
        assertThat(ledger.find(ONE)).isEmpty();
        router.route(asked(LEAD, Terms.STANDARD.keyed(new IdempotencyKey("key", "one"))));
        Decision used =
                router.route(asked(Leads.lead("two", "DE"), Terms.STANDARD.keyed(new IdempotencyKey("key", "two"))));
        assertThat(obstacle(used)).isEqualTo("the idempotency key was used for something else");
        assertThat(((Decision.Queued) used).queue()).isEqualTo("waiting");
        assertThat(used.trail().plan()).isEqualTo(new ModelRef("inbound", "1"));
        assertThat(used.trail().seed()).isEqualTo(7);
        assertThat(used.trail().at()).isEqualTo(Leads.NOW);
    }

    @Test
    @DisplayName("tries 16 times while others take every place, and once only with a key")
    void contested() {
        AtomicInteger asked = new AtomicInteger();
        Router router = Router.of(plan(Rep.of("ann", 5)).build(), contested(asked), 7);

        assertThat(obstacle(router.route(LEAD, Leads.NOW)))
                .isEqualTo("others took every place 16 times while this was decided");
        assertThat(asked).hasValue(16);
        asked.set(0);
        assertThat(obstacle(router.route(asked(LEAD, Terms.STANDARD.keyed(new IdempotencyKey("key", "one"))))))
                .isEqualTo("others took every place while this was decided; another attempt needs another key");
        assertThat(asked).hasValue(1);
    }

    @Test
    @DisplayName("answers a desk with places, tells those that are held page by page, and settles them by their token")
    void port() {
        Router router = router(plan(Rep.of("ann", 5)));

        Placement placement = router.reserve(LEAD, Leads.NOW);

        assertThat(placement)
                .isEqualTo(new Placement.WithRep(
                        ANN,
                        1,
                        new ModelRef("inbound", "1"),
                        "ann is the only one who can (pool 1 -> active 1 -> owner 1 -> capacity 1)"));
        assertThat(router.held(Optional.empty(), 9)).containsExactly(new HeldPlace(ONE, ANN, 1, false, false));
        assertThat(router.confirm(ONE, 2)).isFalse();
        assertThat(router.confirm(ONE, 1)).isTrue();
        assertThat(router.held(Optional.empty(), 9)).containsExactly(new HeldPlace(ONE, ANN, 1, true, false));
        assertThat(router.held(Optional.of(ONE), 9)).isEmpty();
        assertThat(router.release(ONE, 2)).isFalse();
        assertThat(router.release(ONE, 1)).isTrue();
        assertThat(router.held(Optional.empty(), 9)).isEmpty();
        router.route(asked(LEAD, Terms.STANDARD.leased(Lease.of(Duration.ofHours(1)))));
        assertThat(router.held(Optional.empty(), 9)).containsExactly(new HeldPlace(ONE, ANN, 2, false, true));
    }

    @Test
    @DisplayName("puts a place back that the ledger lost, in the lead's kind of work, and no older one")
    void retake() {
        Router router = router(
                plan(Rep.of("ann", 9)).work(new WorkKind("demo", field(COUNTRY).is("DE"), 3)));
        Placement.WithRep place = new Placement.WithRep(ANN, 41, new ModelRef("inbound", "0"), "because");

        assertThat(router.retake(LEAD, place)).isTrue();

        assertThat(ledger.find(ONE)).contains(new Place(ONE, ANN, 41, new Work("demo", 3), true, Optional.empty()));
        assertThat(ledger.standings("inbound", "demo", List.of(ANN))).containsExactly(new Standing(3, 0));
        assertThat(router.retake(LEAD, new Placement.WithRep(ANN, 40, place.plan(), "because")))
                .isFalse();
        LeadId bare = new LeadId("bare");
        assertThat(router.retake(LeadHistory.of(bare, List.of()), place)).isTrue();
        assertThat(ledger.find(bare).orElseThrow().work()).isEqualTo(Work.ONE_LEAD);
    }

    @Test
    @DisplayName("without counts decides the same and counts nothing")
    void withoutCounts() {
        PlanBuilder plan = plan(Rep.of("ann", 0));
        Router router = router(plan);

        Decision counted = router.route(LEAD, Leads.NOW);
        Decision plain = router.withoutCounts().route(LEAD, Leads.NOW);

        assertThat(counted.trail().stages())
                .containsExactly(
                        new StageCount("pool", 1),
                        new StageCount("active", 1),
                        new StageCount("owner", 1),
                        new StageCount("capacity", 0));
        assertThat(plain.trail().stages()).isEmpty();
        assertThat(obstacle(plain)).isEqualTo(obstacle(counted));
        assertThat(router.withoutCounts().plan()).isEqualTo(plan.build());
    }

    @Test
    @DisplayName("finds the same reps in a small and in a large pool, whether few or many serve and know something")
    void pools() {
        for (int size : new int[] {5, 40, 64, 130, 300}) {
            for (int every : new int[] {1, 2, 60, 290}) {
                for (int able : new int[] {1, 3, 70}) {
                    found(size, every, able);
                }
            }
        }
    }

    private void found(int size, int every, int able) {
        PlanBuilder plan = plan().territory("dach", field(COUNTRY).is("DE"))
                .territory("france", field(COUNTRY).is("FR"))
                .requirement(new Requirement(field(COUNTRY).is("DE"), "german", 3));
        for (int i = 0; i < size; i++) {
            Rep rep = Rep.of("rep-%03d".formatted(i), 1).serving(i % every == 0 ? "dach" : "france");
            plan.rep(rep.skilled("german", i % able == 0 ? 3 : 2));
        }
        List<String> expected = IntStream.range(0, size)
                .filter(i -> i % every == 0 && i % able == 0)
                .mapToObj("rep-%03d"::formatted)
                .toList();

        Explanation explanation =
                Router.of(plan.build(), AssignmentLedger.inMemory(), 7).explain(LEAD, Leads.NOW);

        assertThat(explanation.reps().stream()
                        .filter(each -> each.failed().isEmpty())
                        .map(RepVerdict::rep)
                        .map(RepId::value))
                .isEqualTo(expected);
        assertThat(explanation.trail().stages()).last().isEqualTo(new StageCount("capacity", expected.size()));
        assertThat(explanation.taker().map(RepId::value)).isPresent().get().isIn(expected);
    }

    @Test
    @DisplayName("asks nobody who shall not be asked, and of a time of waiting that has begun")
    void requests() {
        RoutingRequest request = RoutingRequest.of(LEAD, Leads.NOW);
        Router router = router(plan(Rep.of("ann", 5), Rep.of("bob", 5)));

        Decision decision = router.route(request.without(List.of(ANN)));

        assertThat(((Decision.Assigned) decision).rep()).isEqualTo(new RepId("bob"));
        assertThat(decision.trail().stages()).contains(new StageCount("asked", 1));
        assertThat(request.waitingSince(Leads.NOW).since()).isEqualTo(Leads.NOW);
        Instant later = Leads.NOW.plusNanos(1);
        assertThatThrownBy(() -> request.waitingSince(later))
                .hasMessage("since must be " + Leads.NOW + " or before, was " + later);
        assertThat(RoutingRequest.of(Leads.owned(Leads.owned(LEAD, "bob", 9), "ann", 4), Leads.NOW)
                        .after())
                .as("the newest token, not the last")
                .isEqualTo(9);
    }

    @Test
    @DisplayName("queues with the name of what leads have in common, and says nothing of it if it cannot know")
    void alike() {
        Router router = router(
                plan(Rep.of("ann", 0)).work(new WorkKind("demo", field(COUNTRY).is("FR"), 2)));
        RoutingRequest german = RoutingRequest.of(LEAD, Leads.NOW);

        String first = alike(router, german);

        assertThat(first).isNotEmpty();
        assertThat(alike(router, RoutingRequest.of(Leads.lead("two", "DE"), Leads.NOW)))
                .isEqualTo(first);
        assertThat(alike(router, RoutingRequest.of(Leads.lead("three", "FR"), Leads.NOW)))
                .as("of another kind of work")
                .isNotEmpty()
                .isNotEqualTo(first);
        assertThat(alike(router, RoutingRequest.of(Leads.owned(LEAD, "ann", 1), Leads.NOW)))
                .as("with an owner")
                .isNotEmpty()
                .isNotEqualTo(first);
        assertThat(alike(router, german.without(List.of(new RepId("bob"))))).isEmpty();
    }

    private static String alike(Router router, RoutingRequest request) {
        return ((Decision.Queued) router.route(request)).alike();
    }
}
