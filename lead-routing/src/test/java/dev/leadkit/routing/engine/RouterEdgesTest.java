package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.routing.decision.Comparison;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.Explanation;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bid;
import dev.leadkit.routing.ledger.Place;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Terms;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.Verdict;
import dev.leadkit.routing.model.WorkKind;
import dev.leadkit.store.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RouterEdgesTest {

    private static final RepId ANN = new RepId("ann");

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    private static PlanBuilder plan() {
        return RoutingPlan.builder("inbound", "1").queue("waiting");
    }

    private void give(String lead, RepId rep, int units, Terms terms) {
        Bid bid = new Bid(rep, units, 99);
        ledger.reserve(new Reservation(new LeadId(lead), "inbound", 0, List.of(bid), List.of(), terms));
    }

    private static Optional<String> failed(Explanation explanation, String rep) {
        return explanation.reps().stream()
                .filter(each -> each.rep().value().equals(rep))
                .findFirst()
                .flatMap(RepVerdict::failed);
    }

    @Test
    @DisplayName("a rep with as much work as can be counted has no room")
    void fullOfEverything() {
        for (int i = 0; i < 2_148; i++) {
            int units = i == 2_147 ? Integer.MAX_VALUE - 2_147 * Work.MOST_UNITS : Work.MOST_UNITS;
            Work work = new Work(Work.KIND, units);
            ledger.restore(new Place(new LeadId("before-" + i), ANN, 1, work, true, Optional.empty()));
        }
        WorkKind large =
                new WorkKind(WorkKind.USUAL, field(StandardFields.COUNTRY).is("DE"), 5);
        Router router = Router.of(plan().work(large).rep(Rep.of("ann", 1)).build(), ledger, 7);

        Decision.Queued queued = (Decision.Queued) router.route(Leads.lead("late", "DE"), Leads.NOW);

        assertThat(ledger.standings("inbound", List.of(ANN)).get(0).open()).isEqualTo(Integer.MAX_VALUE);
        assertThat(queued.obstacle()).isEqualTo("nobody can take the lead");
    }

    @Test
    @DisplayName(
            "a lead under a key, for which there is no second try, finds a rep though those who were best filled up meanwhile")
    void keyedInARace() {
        AssignmentLedger racing = new ForwardingLedger(ledger) {
            @Override
            public ReserveResult reserve(Reservation asked) {
                asked.bids().stream().limit(5).forEach(bid -> give("of-" + bid.rep(), bid.rep(), 1, Terms.STANDARD));
                return super.reserve(asked);
            }
        };
        PlanBuilder plan = plan();
        IntStream.range(0, 10).forEach(i -> plan.rep(Rep.of("rep" + i, 1)));
        RoutingRequest request = RoutingRequest.of(Leads.lead("keyed", "DE"), Leads.NOW)
                .on(Terms.STANDARD.keyed(new IdempotencyKey("attempt", "keyed")));

        assertThat(Router.of(plan.build(), racing, 7).route(request)).isInstanceOf(Decision.Assigned.class);
    }

    @Test
    @DisplayName("a key that comes again tells the place of the first time, though its rep has no room any more")
    void keyAgain() {
        for (String lead : List.of("one", "two", "three", "four")) {
            AssignmentLedger fresh = AssignmentLedger.inMemory();
            Router router =
                    Router.of(plan().rep(Rep.of("ann", 1)).rep(Rep.of("bob", 1)).build(), fresh, 7);
            RoutingRequest request = RoutingRequest.of(Leads.lead(lead, "DE"), Leads.NOW)
                    .on(Terms.STANDARD.keyed(new IdempotencyKey("attempt", lead)));

            Decision.Assigned first = (Decision.Assigned) router.route(request);
            Decision.Assigned again = (Decision.Assigned) router.route(request);

            assertThat(again.rep()).isEqualTo(first.rep());
            assertThat(again.token()).isEqualTo(first.token());
            assertThat(again.why().how()).isEqualTo(Comparison.How.KEPT);
        }
    }

    @Test
    @DisplayName("who gets room while it is explained is told apart, and nothing fails")
    void roomMeanwhile() {
        give("other", new RepId("bob"), 1, Terms.STANDARD);
        AtomicInteger calls = new AtomicInteger();
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStage("spy", situation -> rep -> {
            if (calls.incrementAndGet() == 4) {
                ledger.release(new LeadId("other"), 1, "");
            }
            return Verdict.pass();
        });
        RoutingPlan plan = plan().rep(Rep.of("ann", 1))
                .rep(Rep.of("bob", 1))
                .rep(Rep.of("cem", 0))
                .stages("spy", "capacity")
                .build(registry);

        Explanation explanation = Router.of(plan, registry, ledger, 7).explain(Leads.lead("one", "DE"), Leads.NOW);

        assertThat(explanation.taker()).contains(ANN);
        assertThat(failed(explanation, "ann")).isEmpty();
        assertThat(failed(explanation, "cem")).contains("capacity");
    }

    @Test
    @DisplayName("a lead's own place counts for it only in the kind of work that the lead is")
    void otherKind() {
        give("other", ANN, 1, Terms.STANDARD);
        give("one", ANN, 3, Terms.STANDARD.ofKind("demo"));
        Router router = Router.of(plan().rep(Rep.of("ann", 1)).build(), ledger, 7);

        assertThat(failed(router.explain(Leads.lead("one", "DE"), Leads.NOW), "ann"))
                .contains("capacity");
    }
}
