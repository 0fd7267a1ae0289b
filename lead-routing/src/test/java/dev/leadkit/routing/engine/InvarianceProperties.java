package dev.leadkit.routing.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a change of the plan must not change in a decision, and how far the least loaded is from the best that there is. */
final class InvarianceProperties {

    @Provide
    Arbitrary<World> worlds() {
        return World.any();
    }

    @Property(tries = 300)
    void theOrderOfTheStagesThatFilterMakesNoDifference(@ForAll long seed) {
        WideWorld world = new WideWorld(seed);
        WideWorld other = new WideWorld(seed, true);
        AssignmentLedger one = AssignmentLedger.inMemory();
        AssignmentLedger two = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan, one, seed);
        Router otherwise = Router.of(other.plan, two, seed);
        for (int i = 0; i < 30; i++) {
            RoutingRequest request = world.request(i);

            Decision decision = router.route(request);
            Decision same = otherwise.route(request);

            assertThat(taker(same)).isEqualTo(taker(decision));
            if (decision instanceof Decision.Queued queued) {
                assertThat(((Decision.Queued) same).queue()).isEqualTo(queued.queue());
            }
        }
        List<RepId> reps = world.plan.reps().stream().map(Rep::id).toList();
        assertThat(two.standings("wide", reps)).isEqualTo(one.standings("wide", reps));
    }

    private static Optional<RepId> taker(Decision decision) {
        return decision instanceof Decision.Assigned assigned ? Optional.of(assigned.rep()) : Optional.empty();
    }

    /** Where the ranking looks at each rep alone; fair share looks at who else is eligible. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void withoutSomebodyWhoDoesNotWinTheWinnerIsTheSame(@ForAll("worlds") World any, @ForAll Random random) {
        World world = new World(any.reps(), any.arrivals(), "leastLoaded", any.seed());
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            Optional<RepId> winner = router.explain(world.lead(i), Leads.NOW).taker();
            List<Rep> fewer = new ArrayList<>(world.reps());
            // the last one makes the plan a right one
            int out = random.nextInt(fewer.size());
            if (out < fewer.size() - 1
                    && !winner.equals(Optional.of(fewer.get(out).id()))) {
                fewer.remove(out);
                Router without = Router.of(world.plan(fewer), ledger, world.seed());
                assertThat(without.explain(world.lead(i), Leads.NOW).taker()).isEqualTo(winner);
            }
            router.route(world.lead(i), Leads.NOW);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whoGetsMoreRoomAndSkillWinsOrLeavesTheWinnerAsItWas(@ForAll("worlds") World any, @ForAll Random random) {
        String ranking = random.nextBoolean() ? "leastLoaded" : "leastLoadedRelative";
        World world = new World(any.reps(), any.arrivals(), ranking, any.seed());
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(world.plan(world.reps()), ledger, world.seed());
        for (int i = 0; i < world.arrivals().size(); i++) {
            Optional<RepId> winner = router.explain(world.lead(i), Leads.NOW).taker();
            List<Rep> better = new ArrayList<>(world.reps());
            int up = random.nextInt(better.size());
            Rep rep = better.get(up);
            int capacity = rep.capacity() + 1 + random.nextInt(9);
            better.set(
                    up,
                    new Rep(rep.id(), rep.territories(), rep.skills(), capacity, rep.weight(), rep.active())
                            .skilled("german", 9));

            Optional<RepId> then = Router.of(world.plan(better), ledger, world.seed())
                    .explain(world.lead(i), Leads.NOW)
                    .taker();

            assertThat(then).isIn(winner, Optional.of(rep.id()));
            router.route(world.lead(i), Leads.NOW);
        }
    }

    /** Azar, Naor and Rom 1995, "The competitiveness of on-line assignments": at most ceil(log2 n) + 1 times the optimum. */
    @Property(tries = 200)
    void theLeastLoadedIsWithinTheBoundOfTheBestAssignmentInHindsight(@ForAll long seed) {
        Random random = new Random(seed);
        int reps = 2 + random.nextInt(7);
        int kinds = 1 + random.nextInt(8);
        BitSet[] serves = new BitSet[kinds];
        PlanBuilder plan = kinds(kinds);
        Rep[] staff =
                IntStream.range(0, reps).mapToObj(i -> Rep.of("rep-" + i, 100)).toArray(Rep[]::new);
        for (int kind = 0; kind < kinds; kind++) {
            serves[kind] = new BitSet();
            serves[kind].set(random.nextInt(reps));
            IntStream.range(0, reps).filter(i -> random.nextInt(3) == 0).forEach(serves[kind]::set);
            String territory = "t" + kind;
            serves[kind].stream().forEach(i -> staff[i] = staff[i].serving(territory));
        }
        Arrays.stream(staff).filter(rep -> !rep.territories().isEmpty()).forEach(plan::rep);
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(plan.build(), ledger, seed);
        List<BitSet> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int kind = random.nextInt(kinds);
            router.route(Leads.lead("lead-" + i, "K" + kind), Leads.NOW);
            asked.add(serves[kind]);
        }

        int most = ledger
                .standings("hindsight", Arrays.stream(staff).map(Rep::id).toList())
                .stream()
                .mapToInt(Standing::open)
                .max()
                .orElseThrow();

        int bound = Integer.SIZE - Integer.numberOfLeadingZeros(reps - 1) + 1;
        assertThat(most).isLessThanOrEqualTo(bound * optimum(asked, reps));
        assertThat(ledger.places(Optional.empty(), 100)).hasSize(40);
    }

    private static PlanBuilder kinds(int kinds) {
        PlanBuilder plan =
                RoutingPlan.builder("hindsight", "1").ranking("leastLoaded").queue("waiting");
        IntStream.range(0, kinds)
                .forEach(kind -> plan.territory("t" + kind, field(COUNTRY).is("K" + kind)));
        return plan;
    }

    /** The least load of the busiest, if all leads were known before: the first at which each lead finds a place. */
    private static int optimum(List<BitSet> asked, int reps) {
        int most = 1;
        while (!new Hindsight(asked, reps, most).isEnough()) {
            most++;
        }
        return most;
    }

    /** Leads in places, so many for each rep, who move up for each other (Kuhn's augmenting paths); 0 for a free place. */
    private static final class Hindsight {

        private final List<BitSet> asked;
        private final int most;
        private final int[] taken;

        Hindsight(List<BitSet> asked, int reps, int most) {
            this.asked = asked;
            this.most = most;
            this.taken = new int[reps * most];
        }

        boolean isEnough() {
            return IntStream.range(0, asked.size()).allMatch(lead -> finds(lead, new BitSet()));
        }

        private boolean finds(int lead, BitSet seen) {
            for (int place = 0; place < taken.length; place++) {
                if (asked.get(lead).get(place / most) && !seen.get(place)) {
                    seen.set(place);
                    if (taken[place] == 0 || finds(taken[place] - 1, seen)) {
                        taken[place] = lead + 1;
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
