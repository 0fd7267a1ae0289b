package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.RepVerdict;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.RoutingStrategy;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class EligibleProperties {

    @Property(tries = 300)
    void areThoseWhoPassAllOrFailForRoomAloneWhereThatIsAskedLast(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan, ledger, seed);
        Router explaining = Router.of(new WideWorld(seed, true).plan, ledger, seed);
        for (int i = 0; i < 10; i++) {
            RoutingRequest request = world.request(i);
            router.route(world.request(100 + i));
            if (world.random.nextBoolean()) {
                router.route(request);
            }

            List<RepId> expected = explaining.explain(request).reps().stream()
                    .filter(rep -> rep.failed()
                            .filter(stage -> !stage.equals("capacity"))
                            .isEmpty())
                    .map(RepVerdict::rep)
                    .toList();

            assertThat(router.eligible(request)).isEqualTo(expected);
            assertThat(router.explain(request).reps())
                    .allSatisfy(rep ->
                            assertThat(router.verdict(request, rep.rep())).contains(rep));
        }
    }

    @Test
    @DisplayName("of a host's strategy those whom it chooses, full or not, in the order of the plan")
    void strategy() {
        RoutingStrategy chooses = (situation, candidates) ->
                new RoutingStrategy.Choice(List.of(new RepId("cleo"), new RepId("ann")), "they know it");
        RoutingRegistry registry = RoutingRegistry.EMPTY.withStrategy("knowing", chooses);
        RoutingPlan plan = RoutingPlan.builder("inbound", "1")
                .queue("waiting")
                .strategy("knowing")
                .rep(Rep.of("ann", 0))
                .rep(Rep.of("bob", 9))
                .rep(Rep.of("cleo", 9))
                .build(registry);
        AssignmentLedger ledger = AssignmentLedger.inMemory();

        Router router = Router.of(plan, registry, ledger, 7);

        assertThat(router.eligible(RoutingRequest.of(Leads.lead("one", "DE"), Leads.NOW)))
                .containsExactly(new RepId("ann"), new RepId("cleo"));
        assertThat(router.verdict(RoutingRequest.of(Leads.lead("one", "DE"), Leads.NOW), new RepId("stranger")))
                .isEmpty();
        assertThat(ledger.changes(0, 9).list()).isEmpty();
    }
}
