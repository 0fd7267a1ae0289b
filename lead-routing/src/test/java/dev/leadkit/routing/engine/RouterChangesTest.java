package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.ledger.Work;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import dev.leadkit.routing.model.RoutingRegistry;
import dev.leadkit.routing.model.WorkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RouterChangesTest {

    private final AssignmentLedger ledger = AssignmentLedger.inMemory();

    private static PlanBuilder plan(String version) {
        return RoutingPlan.builder("inbound", version).queue("waiting");
    }

    @Test
    @DisplayName("while the plan changes, every decision is by one plan, which it names")
    void swapped() throws Exception {
        RoutingPlan one = plan("ann").rep(Rep.of("ann", 10_000)).build();
        RoutingPlan other = plan("bob")
                .rep(Rep.of("bob", 10_000))
                .rep(Rep.of("cem", 1).inactive())
                .build();
        Router router = Router.of(one, ledger, 7);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                int number = thread;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        if (number == 0) {
                            router.activate(i % 2 == 0 ? other : one);
                        }
                        Decision decision = router.route(Leads.lead("lead-" + number + "-" + i, "DE"), Leads.NOW);
                        assertThat(((Decision.Assigned) decision).rep().value())
                                .isEqualTo(decision.trail().plan().version());
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("a plan that names what nobody knows is refused, and the present one stays")
    void refused() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withContinuity("account", situation -> Optional.empty());
        RoutingPlan unknown =
                plan("2").rep(Rep.of("ann", 1)).stages("account", "capacity").build(registry);
        Router router = Router.of(plan("1").rep(Rep.of("ann", 1)).build(), ledger, 7);

        assertThatThrownBy(() -> router.activate(unknown)).isInstanceOf(RefusedException.class);
        assertThat(router.plan().ref().version()).isEqualTo("1");
    }

    @Test
    @DisplayName("a newcomer starts level, and those who stay keep their lags")
    void newcomer() {
        RoutingPlan two = plan("1")
                .rep(Rep.of("ann", 99).weighing(2))
                .rep(Rep.of("bob", 99))
                .build();
        Router router = Router.of(two, ledger, 7);
        router.route(Leads.lead("one", "DE"), Leads.NOW);
        List<RepId> ids = List.of(new RepId("ann"), new RepId("bob"), new RepId("cem"));
        List<Standing> before = ledger.standings("inbound", ids);

        router.activate(plan("2")
                .rep(Rep.of("ann", 99).weighing(2))
                .rep(Rep.of("bob", 99))
                .rep(Rep.of("cem", 99))
                .build());

        assertThat(ledger.standings("inbound", ids)).isEqualTo(before);
        assertThat(before.get(2).lag()).isZero();
        router.route(Leads.lead("two", "DE"), Leads.NOW);
        assertThat(ledger.standings("inbound", ids).stream()
                        .mapToLong(Standing::lag)
                        .sum())
                .isZero();
    }

    @Test
    @DisplayName("a lead stays with the rep whom the host names for its account, after its owner and before the rest")
    void account() {
        RoutingRegistry registry =
                RoutingRegistry.EMPTY.withContinuity("account", situation -> Optional.of(new RepId("bob")));
        RoutingPlan plan = plan("1")
                .rep(Rep.of("ann", 1))
                .rep(Rep.of("bob", 1))
                .stages("owner", "account", "capacity")
                .build(registry);
        Router router = Router.of(plan, registry, ledger, 7);

        Decision owned = router.route(Leads.owned(Leads.lead("one", "DE"), "ann", 1), Leads.NOW);
        Decision free = router.route(Leads.lead("two", "DE"), Leads.NOW);
        Decision full = router.route(Leads.lead("three", "DE"), Leads.NOW);

        assertThat(((Decision.Assigned) owned).rep().value()).isEqualTo("ann");
        assertThat(((Decision.Assigned) free).rep().value()).isEqualTo("bob");
        assertThat(full.trail().notes())
                .containsExactly(
                        "its account's rep bob does not pass capacity: bob has 1 open lead, the capacity is 1");
    }

    @Test
    @DisplayName("a continuity that fails keeps nobody, and the decision says so")
    void brokenContinuity() {
        RoutingRegistry registry = RoutingRegistry.EMPTY.withContinuity("account", situation -> {
            throw new IllegalStateException("jane");
        });
        RoutingPlan plan =
                plan("1").rep(Rep.of("ann", 1)).stages("account", "capacity").build(registry);

        Decision decision = Router.of(plan, registry, ledger, 7).route(Leads.lead("one", "DE"), Leads.NOW);

        assertThat(((Decision.Assigned) decision).rep().value()).isEqualTo("ann");
        assertThat(decision.trail().notes())
                .containsExactly("stage account failed with java.lang.IllegalStateException");
    }

    @Test
    @DisplayName("loads are counted for each kind of work apart, in units")
    void kinds() {
        RoutingPlan plan = plan("1")
                .work(new WorkKind("demo", field(COUNTRY).is("DE"), 3))
                .rep(Rep.of("ann", 1).taking("demo", 7))
                .build();
        Router router = Router.of(plan, ledger, 7);

        assertThat(router.route(Leads.lead("one", "DE"), Leads.NOW)).isInstanceOf(Decision.Assigned.class);
        assertThat(router.route(Leads.lead("two", "DE"), Leads.NOW)).isInstanceOf(Decision.Assigned.class);
        assertThat(router.route(Leads.lead("usual", "FR"), Leads.NOW)).isInstanceOf(Decision.Assigned.class);
        assertThat(router.explain(Leads.lead("three", "DE"), Leads.NOW)
                        .reps()
                        .get(0)
                        .reason())
                .isEqualTo("ann has 6 units of demo, the capacity is 7, the lead is 3");
        assertThat(ledger.find(Leads.lead("one", "DE").id()).orElseThrow().work())
                .isEqualTo(new Work("demo", 3));
    }
}
