package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.decision.StageCount;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The engine against a look at every rep in turn, decision by decision. */
final class OracleProperties {

    @Property(tries = 400)
    void everyDecisionIsThatOfALookAtEveryRepInTurn(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan, ledger, seed);
        for (int i = 0; i < 40; i++) {
            RoutingRequest request = world.request(i);
            Oracle.Answer expected = new Oracle(world.plan, ledger, request, seed).answer();

            Decision decision = router.route(request);

            assertThat(decision.trail().stages())
                    .extracting(StageCount::left)
                    .as("lead %s of %s", i, decision)
                    .isEqualTo(expected.counts());
            assertThat(taker(decision))
                    .as("lead %s: %s", i, decision)
                    .isEqualTo(expected.taker().map(Object::toString));
            if (decision instanceof Decision.Queued queued) {
                assertThat(queued.queue()).isEqualTo(expected.queue());
            } else if (world.random.nextInt(3) == 0) {
                router.release(decision.lead(), ((Decision.Assigned) decision).token());
            }
        }
        assertThat(ledger
                        .standings(
                                "wide",
                                world.plan.reps().stream().map(rep -> rep.id()).toList())
                        .stream()
                        .mapToLong(Standing::lag)
                        .sum())
                .isZero();
    }

    private static Optional<String> taker(Decision decision) {
        return decision instanceof Decision.Assigned assigned
                ? Optional.of(assigned.rep().value())
                : Optional.empty();
    }

    @Property(tries = 100)
    void withoutCountsTheDecisionsAreTheSame(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        Router counting = Router.of(world.plan, AssignmentLedger.inMemory(), seed);
        Router plain = Router.of(world.plan, AssignmentLedger.inMemory(), seed).withoutCounts();
        for (int i = 0; i < 40; i++) {
            RoutingRequest request = world.request(i);

            Decision with = counting.route(request);
            Decision without = plain.route(request);

            assertThat(taker(without)).isEqualTo(taker(with));
            assertThat(without.trail().stages()).isEmpty();
            assertThat(without.trail().notes()).isEqualTo(with.trail().notes());
        }
    }

    @Property(tries = 200)
    void whoWaitsLongerMayGoToNoFewerReps(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        Router router = Router.of(world.plan, AssignmentLedger.inMemory(), seed);
        for (int i = 0; i < 10; i++) {
            RoutingRequest request = world.request(i);
            List<String> eligible = List.of();
            for (int minutes = 0; minutes <= 60; minutes += 5) {
                List<String> now = eligible(router, request.waitingSince(Leads.NOW.minusSeconds(60L * minutes)));
                if (request.facts().lead().owner().isEmpty()) {
                    assertThat(now).containsAll(eligible);
                }
                eligible = now;
            }
        }
    }

    private static List<String> eligible(Router router, RoutingRequest request) {
        return router.explain(request).reps().stream()
                .filter(verdict -> verdict.failed().isEmpty())
                // who may only because all others are away may not when one of them is back
                .filter(verdict -> !verdict.reason().contains("everybody who fits is away"))
                .map(verdict -> verdict.rep().value())
                .toList();
    }

    @Property(tries = 150)
    void theExplanationCountsAsTheStagesDo(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        Router router = Router.of(world.plan, AssignmentLedger.inMemory(), seed);
        for (int i = 0; i < 15; i++) {
            var explanation = router.explain(world.request(i));
            List<StageCount> stages = explanation.trail().stages();
            long excepted = 0;
            for (int stage = 1; stage < stages.size(); stage++) {
                String name = stages.get(stage).stage();
                long lost = explanation.reps().stream()
                        .filter(verdict -> verdict.failed().filter(name::equals).isPresent())
                        .count();
                long counted =
                        (long) stages.get(stage - 1).left() - stages.get(stage).left();
                assertThat(lost).as(name).isLessThanOrEqualTo(counted);
                excepted += counted - lost;
            }
            int left = stages.get(stages.size() - 1).left();
            long passing = explanation.reps().stream()
                    .filter(verdict -> verdict.failed().isEmpty())
                    .count();
            assertThat(passing).as("who passes all, or by exception").isEqualTo(left + excepted);
            boolean allAway = explanation.trail().notes().stream()
                    .anyMatch(note -> note.startsWith("everybody who fits is away"));
            assertThat(excepted > 0).isEqualTo(allAway && explanation.taker().isPresent());
        }
    }
}
