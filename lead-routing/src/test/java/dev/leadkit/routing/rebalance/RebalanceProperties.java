package dev.leadkit.routing.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.RepId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class RebalanceProperties {

    /** How many leads find no rep, and what the others cost: the least of all ways to give them out. */
    private record Best(int unassigned, long cost) implements Comparable<Best> {

        @Override
        public int compareTo(Best other) {
            return Comparator.comparingInt(Best::unassigned)
                    .thenComparingLong(Best::cost)
                    .compare(this, other);
        }
    }

    private static Best tryAll(RandomTask task, int lead, int[] load) {
        if (lead == task.leads().size()) {
            return new Best(0, load(task, load));
        }
        OpenLead open = task.leads().get(lead);
        Best without = tryAll(task, lead + 1, load);
        Best best = new Best(without.unassigned() + 1, without.cost());
        for (Fit fit : open.fits()) {
            int rep = number(task, fit.rep());
            Room room = task.rooms().get(rep);
            if (room.taken() + load[rep] < room.capacity()) {
                load[rep]++;
                Best rest = tryAll(task, lead + 1, load);
                load[rep]--;
                boolean leaves = open.owner().isPresent() && !open.owner().get().equals(fit.rep());
                long cost = rest.cost() + fit.cost() + (leaves ? task.movePrice() : 0);
                Best one = new Best(rest.unassigned(), cost);
                best = one.compareTo(best) < 0 ? one : best;
            }
        }
        return best;
    }

    private static int number(RandomTask task, RepId rep) {
        return task.rooms().stream().map(Room::rep).toList().indexOf(rep);
    }

    /** The n-th open lead costs load price x (n - 1) / weight, those that stay counted. */
    private static long load(RandomTask task, int[] load) {
        long cost = 0;
        for (int rep = 0; rep < load.length; rep++) {
            Room room = task.rooms().get(rep);
            for (int n = room.taken() + 1; n <= room.taken() + load[rep]; n++) {
                cost += Math.floorDiv(task.loadPrice() * (n - 1), (long) room.weight());
            }
        }
        return cost;
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void noWayToGiveLeadsOutIsBetterThanThePlan(@ForAll Random random) {
        RandomTask task = RandomTask.of(random, 1 + random.nextInt(4), random.nextInt(7), 4);
        RebalanceTask rebalance = task.task();

        RebalancePlan plan = rebalance.solve();

        Best best = tryAll(task, 0, new int[task.rooms().size()]);
        assertThat(plan.unassigned()).hasSize(best.unassigned());
        assertThat(plan.cost()).isEqualTo(best.cost() + best.unassigned() * rebalance.unassignedPrice());
        assertThat(plan.isOptimal()).isTrue();
        assertThat(plan.gap()).isZero();
        assertThat(rebalance.verify(plan)).isEmpty();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aLargerPlanProvesThatItIsTheBest(@ForAll Random random) {
        RebalanceTask task = RandomTask.of(random, 20, 300, 8).task();
        RebalancePlan plan = task.solve();
        assertThat(plan.isOptimal()).isTrue();
        assertThat(task.verify(plan)).isEmpty();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfLeadsRepsAndFitsMakesNoDifference(@ForAll Random random) {
        RandomTask task = RandomTask.of(random, 8, 60, 5);
        assertThat(task.shuffled(random).task().solve()).isEqualTo(task.task().solve());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aSearchThatIsStoppedGivesAPlanWhoseGapIsTrue(@ForAll Random random) {
        RebalanceTask task = RandomTask.of(random, 8, 100, 5).task();
        AtomicInteger patience = new AtomicInteger(random.nextInt(8));
        RebalancePlan best = task.solve();

        RebalancePlan plan = task.solve(() -> patience.getAndDecrement() <= 0);

        assertThat(task.verify(plan)).isEmpty();
        assertThat(plan.cost()).isGreaterThanOrEqualTo(best.cost());
        assertThat(plan.bound()).isLessThanOrEqualTo(best.cost());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void leadsThatFindNoPlaceAreExplainedByFewerPlacesThanLeads(@ForAll Random random) {
        RandomTask task = RandomTask.of(random, 6, 40, 3);
        RebalancePlan plan = task.task().solve();
        SortedMap<LeadId, OpenLead> leads = new TreeMap<>();
        task.leads().forEach(lead -> leads.put(lead.lead(), lead));

        for (Bottleneck bottleneck : plan.bottlenecks()) {
            assertThat(bottleneck.missing()).isPositive();
            assertThat(bottleneck.places())
                    .isEqualTo(task.rooms().stream()
                            .filter(room -> bottleneck.reps().contains(room.rep()))
                            .mapToInt(room -> Math.max(0, room.capacity() - room.taken()))
                            .sum());
            assertThat(bottleneck.leads())
                    .allMatch(lead -> leads.get(lead).fits().stream()
                            .allMatch(fit -> bottleneck.reps().contains(fit.rep())));
        }
        assertThat(plan.bottlenecks().stream().mapToInt(Bottleneck::missing).sum())
                .isEqualTo(plan.unassigned().size());
        assertThat(plan.bottlenecks().stream().flatMap(each -> each.leads().stream()))
                .doesNotHaveDuplicates()
                .containsAll(plan.unassigned());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theDearerAMoveTheFewerAreMade(@ForAll Random random) {
        RandomTask cheap = RandomTask.of(random, 8, 40, 5);
        RandomTask dear = new RandomTask(cheap.rooms(), cheap.leads(), cheap.movePrice() + 3, cheap.loadPrice());
        assertThat(leaving(dear)).isLessThanOrEqualTo(leaving(cheap));
    }

    private static long leaving(RandomTask task) {
        return task.task().solve().moves().stream()
                .filter(move -> move.from().isPresent() && move.to().isPresent())
                .count();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aMoveTellsTrulyWhoHasTheLeadAndWhoIsToHaveIt(@ForAll Random random) {
        RandomTask task = RandomTask.of(random, 6, 30, 4);
        RebalancePlan plan = task.task().solve();
        for (OpenLead lead : task.leads()) {
            List<Move> moves = plan.moves().stream()
                    .filter(move -> move.lead().equals(lead.lead()))
                    .toList();
            Optional<RepId> to = Optional.ofNullable(plan.owners().get(lead.lead()));
            if (to.equals(lead.owner())) {
                assertThat(moves).isEmpty();
            } else {
                assertThat(moves).singleElement().satisfies(move -> {
                    assertThat(move.from()).isEqualTo(lead.owner());
                    assertThat(move.to()).isEqualTo(to);
                    assertThat(move.gain()).isNotNegative();
                });
            }
        }
    }
}
