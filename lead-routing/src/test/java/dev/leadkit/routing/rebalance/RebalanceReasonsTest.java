package dev.leadkit.routing.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan of moves")
final class RebalanceReasonsTest {

    private static Fit fit(String rep, long cost) {
        return new Fit(new RepId(rep), cost);
    }

    private static OpenLead lead(String id, @Nullable String owner, Fit... fits) {
        return new OpenLead(new LeadId(id), Optional.ofNullable(owner).map(RepId::new), List.of(fits));
    }

    private static RebalanceTask.Builder task(Room... rooms) {
        RebalanceTask.Builder task = RebalanceTask.builder();
        List.of(rooms).forEach(task::rep);
        return task;
    }

    private static List<String> moves(RebalancePlan plan) {
        return plan.moves().stream()
                .map(move -> move.lead() + " " + move.to().map(RepId::value).orElse("nobody") + " " + move.gain() + ": "
                        + move.reason())
                .toList();
    }

    @Test
    @DisplayName("says of each why it does not stay")
    void reasons() {
        assertThat(moves(task(Room.of("ann", 1), Room.of("bob", 0), Room.of("cem", 9))
                        .lead(lead("new", null, fit("cem", 1)))
                        .lead(lead("none", "bob", fit("bob", 0), fit("cem", 7)))
                        .lead(lead("strange", "ann", fit("cem", 0)))
                        .lead(lead("left", "zoe", fit("cem", 0)))
                        .build()
                        .solve()))
                .containsExactly(
                        "left cem 0: zoe may not have it",
                        "new cem 0: nobody has it",
                        "none cem 0: bob has no room",
                        "strange cem 0: ann may not have it");
        assertThat(moves(task(Room.of("ann", 9), Room.of("bob", 9))
                        .movePrice(1)
                        .lead(lead("one", "ann", fit("ann", 5), fit("bob", 1)))
                        .build()
                        .solve()))
                .containsExactly("one bob 3: it fits better or weighs less than with ann");
    }

    @Test
    @DisplayName("says that a place is needed for another lead, or that it makes no difference")
    void rivals() {
        assertThat(moves(task(Room.of("ann", 1), Room.of("bob", 1))
                        .lead(lead("one", "ann", fit("ann", 0), fit("bob", 5)))
                        .lead(lead("two", null, fit("ann", 0)))
                        .build()
                        .solve()))
                .first()
                .isEqualTo("one bob 0: ann has better use for the place");
        assertThat(moves(task(Room.of("ann", 1))
                        .lead(lead("one", "ann", fit("ann", 9)))
                        .lead(lead("two", null, fit("ann", 0)))
                        .build()
                        .solve()))
                .first()
                .asString()
                .startsWith("one nobody ")
                .endsWith(": ann has better use for the place");
        assertThat(moves(task(Room.of("ann", 1), Room.of("bob", 1))
                        .lead(lead("one", "ann", fit("ann", 0), fit("bob", 0)))
                        .lead(lead("two", "ann", fit("ann", 0), fit("bob", 0)))
                        .build()
                        .solve()))
                .singleElement()
                .asString()
                .endsWith(" bob 0: as good as with ann");
    }

    @Test
    @DisplayName("that was stopped at once lets each stay who can, and gives the others to the cheapest with a place")
    void stopped() {
        RebalanceTask task = task(
                        Room.of("ann", 1),
                        Room.of("bob", 3),
                        new Room(new RepId("cem"), 4, 2, 1),
                        Room.of("dan", 1),
                        Room.of("eve", 1))
                .loadPrice(2)
                .movePrice(10)
                .lead(lead("1", null, fit("ann", 5), fit("bob", 4)))
                .lead(lead("2", null, fit("ann", 5), fit("bob", 4)))
                .lead(lead("3", "ann", fit("ann", 0), fit("cem", 1)))
                .lead(lead("4", "bob", fit("bob", 50), fit("cem", 0)))
                .lead(lead("5", "zoe", fit("ann", 0)))
                .lead(lead("6", null, fit("eve", 3), fit("dan", 3)))
                .build();

        RebalancePlan plan = task.solve(() -> true);

        // bob's first lead costs 4, his second would cost 4 + 2, ann's 5; cem has two already
        assertThat(plan.owners())
                .isEqualTo(new TreeMap<>(Map.of(
                        new LeadId("1"), new RepId("bob"),
                        new LeadId("2"), new RepId("ann"),
                        new LeadId("3"), new RepId("cem"),
                        new LeadId("4"), new RepId("bob"),
                        new LeadId("6"), new RepId("dan"))));
        assertThat(plan.unassigned()).containsExactly(new LeadId("5"));
        assertThat(plan.cost()).isEqualTo(4 + 5 + (1 + 10 + 2 * 2) + (50 + 2) + 3 + task.unassignedPrice());
        assertThat(task.verify(plan)).isEmpty();
        assertThat(plan.isOptimal()).isFalse();
        assertThat(plan.gap()).isEqualTo(plan.cost() - plan.bound()).isPositive();
        assertThat(plan.bottlenecks()).isEmpty();
        assertThat(plan).hasToString("RebalancePlan[5 moves, cost " + plan.cost() + ", gap " + plan.gap() + "]");
        assertThat(task).hasToString("RebalanceTask[6 leads, 5 reps]");
    }

    @Test
    @DisplayName("asks again and again whether to stop, but not for each lead")
    void asked() {
        RebalanceTask.Builder task = task(Room.of("ann", 100));
        for (int i = 0; i < 100; i++) {
            task.lead(lead("L-" + i, null, fit("ann", 1)));
        }
        AtomicInteger asked = new AtomicInteger();

        RebalancePlan plan = task.build().solve(() -> {
            asked.incrementAndGet();
            return false;
        });

        assertThat(plan.isOptimal()).isTrue();
        assertThat(asked.get()).isBetween(2, 25);
    }

    @Test
    @DisplayName("leaves no lead out for the sake of a cost, of whatever kind")
    void noCostLeavesOut() {
        long most = RebalanceTask.MOST_COST;
        List<RebalanceTask> tasks = List.of(
                task(Room.of("ann", 1)).lead(lead("one", null, fit("ann", 0))).build(),
                task(Room.of("ann", 1))
                        .lead(lead("one", null, fit("ann", most)))
                        .build(),
                task(Room.of("ann", 1))
                        .movePrice(most)
                        .lead(lead("one", "zoe", fit("ann", 0)))
                        .build(),
                task(new Room(new RepId("ann"), 6, 5, 1))
                        .loadPrice(most)
                        .lead(lead("one", null, fit("ann", 0)))
                        .build(),
                task(new Room(new RepId("ann"), 9, 5, 7))
                        .loadPrice(most)
                        .movePrice(most)
                        .lead(lead("one", "zoe", fit("ann", most)))
                        .build());
        for (RebalanceTask task : tasks) {
            assertThat(task.solve().unassigned()).isEmpty();
            assertThat(task.unassignedPrice()).isPositive();
        }
    }

    @Test
    @DisplayName("is not begun where sums may be beyond a long, and is just before that")
    void tooDear() {
        assertThat(paths(heavy(195_000, 1))).containsExactly("$");
        assertThat(heavy(190_000, 1).build().solve().isOptimal()).isTrue();
        assertThat(paths(heavy(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)))
                .as("each lead is cheap by the weight, what it is divided by is not")
                .containsExactly("$");
    }

    /** One lead for a rep who has many; each costs 10^12 times their number, divided by the weight. */
    private static RebalanceTask.Builder heavy(int taken, int weight) {
        return task(new Room(new RepId("ann"), Integer.MAX_VALUE, taken, weight))
                .loadPrice(RebalanceTask.MOST_COST)
                .lead(lead("one", null, fit("ann", 0)));
    }

    private static List<String> paths(RebalanceTask.Builder task) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, task::build);
        return refused.faults().stream().map(Fault::path).toList();
    }

    @Test
    @DisplayName("that lies is told what is wrong with it")
    void lies() {
        RebalanceTask task =
                task(Room.of("ann", 1)).lead(lead("one", null, fit("ann", 1))).build();
        SortedMap<LeadId, RepId> owners = new TreeMap<>(Map.of(new LeadId("one"), new RepId("ann")));
        SortedMap<RepId, Long> prices = new TreeMap<>(Map.of(new RepId("ann"), 0L));
        List<Move> moves = task.solve().moves();

        assertThat(told(task, new RebalancePlan(new TreeMap<>(), new TreeSet<>(), moves, 1, 1, prices, List.of())))
                .containsExactly("$.owners.one: must be with one rep, or unassigned, was neither");
        assertThat(told(
                        task,
                        new RebalancePlan(owners, new TreeSet<>(owners.keySet()), moves, 1, 1, prices, List.of())))
                .containsExactly("$.owners.one: must be with one rep, or unassigned, was both");
        prices.put(new RepId("ann"), Long.MAX_VALUE);
        assertThat(told(task, new RebalancePlan(owners, new TreeSet<>(), moves, 1, 1, prices, List.of())))
                .containsExactly("$.prices: must be of sums within a long, was beyond");
        prices.put(new RepId("ann"), 5L);
        assertThat(told(task, new RebalancePlan(owners, new TreeSet<>(), moves, 2, 9, prices, List.of())))
                .as("at price 5 the lead costs 6, and the place is worth 5: every plan costs 1")
                .containsExactly("$.cost: must be 1, was 2", "$.bound: must be 1, was 9");
    }

    private static List<String> told(RebalanceTask task, RebalancePlan plan) {
        return task.verify(plan).stream().map(Fault::toString).toList();
    }
}
