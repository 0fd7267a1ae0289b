package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.kit.ForwardingLedger;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Bidding;
import dev.leadkit.routing.ledger.Reservation;
import dev.leadkit.routing.ledger.ReserveResult;
import dev.leadkit.routing.ledger.Seating;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RouteAllProperties {

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void allTogetherAreDecidedAsOneAfterTheOther(@ForAll("worlds") World world) {
        AssignmentLedger one = AssignmentLedger.inMemory();
        AssignmentLedger other = AssignmentLedger.inMemory();
        List<Decision> together = new ArrayList<>();
        List<RoutingRequest> requests = IntStream.range(0, world.arrivals().size())
                .mapToObj(i -> RoutingRequest.of(world.lead(i), Leads.NOW))
                .toList();

        Router router = Router.of(world.plan(world.reps()), one, world.seed());
        router.routeAll(requests, decision -> {
            World.Arrival arrival = world.arrivals().get(together.size());
            together.add(World.finished(router, decision, arrival));
        });

        assertThat(together).isEqualTo(world.route(world.plan(world.reps()), other));
        assertThat(world.standings(one)).isEqualTo(world.standings(other));
        assertThat(one.changes(0, 1_000)).isEqualTo(other.changes(0, 1_000));
    }

    private static List<RoutingRequest> requests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> RoutingRequest.of(Leads.lead("lead-" + i, "DE"), Leads.NOW))
                .toList();
    }

    private static RoutingPlan plan(String version, String rep) {
        return RoutingPlan.builder("inbound", version)
                .queue("waiting")
                .rep(Rep.of(rep, 100))
                .build();
    }

    @Test
    @DisplayName("each decision is told before the next one is made, and the next one is by the plan in force then")
    void oneAfterTheOther() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(plan("1", "ann"), ledger, 7);
        List<RoutingRequest> requests = requests(20);
        List<String> reps = new ArrayList<>();

        router.routeAll(requests, decision -> {
            int number = reps.size();
            reps.add(((Decision.Assigned) decision).rep().value());
            assertThat(ledger.find(decision.lead())).isPresent();
            assertThat(requests.subList(number + 1, 20))
                    .allMatch(later -> ledger.find(later.facts().lead().id()).isEmpty());
            if (number == 2) {
                router.activate(plan("2", "bob"));
            }
        });

        assertThat(reps.subList(0, 3)).containsOnly("ann");
        assertThat(reps.subList(3, 20)).hasSize(17).containsOnly("bob");
    }

    @Test
    @DisplayName("the ledger is told of a lead, or of eight, before the first of them is decided about")
    void expects() {
        List<String> heard = new ArrayList<>();
        AssignmentLedger listening = new ForwardingLedger(AssignmentLedger.inMemory()) {
            @Override
            public Seating seating(String pool, String kind, List<RepId> reps) {
                return new Listening(super.seating(pool, kind, reps), heard);
            }
        };
        Router router = Router.of(plan("1", "ann"), listening, 7);
        router.route(Leads.lead("first", "DE"), Leads.NOW);
        heard.clear();
        router.route(Leads.lead("alone", "DE"), Leads.NOW);
        assertThat(heard).containsExactly("expect alone", "reserve alone");
        heard.clear();

        router.routeAll(requests(10), decision -> {});

        List<String> expected = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> expected.add("expect lead-" + i));
        IntStream.range(0, 8).forEach(i -> expected.add("reserve lead-" + i));
        IntStream.range(8, 10).forEach(i -> expected.add("expect lead-" + i));
        IntStream.range(8, 10).forEach(i -> expected.add("reserve lead-" + i));
        assertThat(heard).isEqualTo(expected);
    }

    private record Listening(Seating seating, List<String> heard) implements Seating {

        @Override
        public int size() {
            return seating.size();
        }

        @Override
        public boolean isLive() {
            return seating.isLive();
        }

        @Override
        public void refresh(int[] reps, int count) {
            seating.refresh(reps, count);
        }

        @Override
        public int used(int rep) {
            return seating.used(rep);
        }

        @Override
        public long lag(int rep) {
            return seating.lag(rep);
        }

        @Override
        public void expect(LeadId lead) {
            heard.add("expect " + lead);
            seating.expect(lead);
        }

        @Override
        public ReserveResult reserve(LeadId lead, Bidding bidding) {
            heard.add("reserve " + lead);
            return seating.reserve(lead, bidding);
        }
    }

    @Test
    @DisplayName("who is told may route others meanwhile")
    void within() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(plan("1", "ann"), ledger, 7);
        List<Decision> inner = new ArrayList<>();
        List<Decision> outer = new ArrayList<>();

        router.routeAll(requests(10), decision -> {
            outer.add(decision);
            router.routeAll(
                    List.of(RoutingRequest.of(Leads.lead("inner-" + outer.size(), "DE"), Leads.NOW)), inner::add);
        });

        assertThat(outer).hasSize(10).allMatch(Decision.Assigned.class::isInstance);
        assertThat(inner).hasSize(10).allMatch(Decision.Assigned.class::isInstance);
    }

    @Test
    @DisplayName("what the consumer throws ends it: leads behind have no place, those before keep theirs")
    void consumerThrows() {
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        List<RoutingRequest> requests = requests(20);
        List<Decision> told = new ArrayList<>();

        assertThatThrownBy(() -> Router.of(plan("1", "ann"), ledger, 7).routeAll(requests, decision -> {
                    told.add(decision);
                    if (told.size() == 11) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .hasMessage("enough");

        assertThat(requests)
                .filteredOn(each -> ledger.find(each.facts().lead().id()).isPresent())
                .containsExactlyElementsOf(requests.subList(0, 11));
    }

    @Test
    @DisplayName(
            "what the ledger throws is thrown on, when all decisions before were told; the router goes on being of use")
    void ledgerThrows() {
        AssignmentLedger memory = AssignmentLedger.inMemory();
        List<Decision> told = new ArrayList<>();
        AssignmentLedger failing = new ForwardingLedger(memory) {
            @Override
            public ReserveResult reserve(Reservation asked) {
                if (told.size() == 9) {
                    throw new IllegalStateException("no database");
                }
                return super.reserve(asked);
            }
        };
        Router router = Router.of(plan("1", "ann"), failing, 7);
        List<RoutingRequest> requests = requests(12);

        assertThatThrownBy(() -> router.routeAll(requests, told::add)).hasMessage("no database");
        assertThat(told).hasSize(9);
        told.clear();
        router.routeAll(requests.subList(9, 12), told::add);
        assertThat(told).hasSize(3).allMatch(Decision.Assigned.class::isInstance);
    }
}
