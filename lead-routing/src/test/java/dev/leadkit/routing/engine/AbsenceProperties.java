package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.availability.OutOfOffice;
import dev.leadkit.routing.availability.RepHours;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Teams of whom now this one and now that one is away, through the router and on a ledger. */
final class AbsenceProperties {

    private static final int HOURS = 40;

    /** Plans take longer to make than histories to run; there are enough of them for histories that differ. */
    private static final List<Shape> SHAPES =
            IntStream.range(0, 50).mapToObj(Shape::of).toList();

    /** A plan, and who is away in which hour: the bit of the hour times the number of reps, plus the rep. */
    private record Shape(RoutingPlan plan, BitSet away) {

        static Shape of(long seed) {
            Random random = new Random(seed);
            int reps = 2 + random.nextInt(6);
            BitSet away = new BitSet();
            PlanBuilder plan = RoutingPlan.builder("absence", Long.toString(seed))
                    .queue("waiting")
                    .ranking(random.nextInt(4) == 0 ? "smoothWeighted" : "fairShare");
            for (int rep = 0; rep < reps; rep++) {
                plan.rep(Rep.of("rep-" + rep, HOURS).weighing(1 + random.nextInt(60)));
                plan.availability().rep(new RepId("rep-" + rep), hours(random, away, rep, reps));
            }
            return new Shape(plan.build(), away);
        }

        private static RepHours hours(Random random, BitSet away, int rep, int reps) {
            RepHours hours = RepHours.ALWAYS;
            int hour = random.nextInt(9);
            while (hour < HOURS) {
                int back = Math.min(HOURS, hour + 1 + random.nextInt(9));
                hours = hours.away(new OutOfOffice(
                        at(hour),
                        at(back),
                        Optional.empty(),
                        hour % 2 == 0 ? OutOfOffice.Kind.HARD : OutOfOffice.Kind.SOFT));
                IntStream.range(hour, back).forEach(each -> away.set(each * reps + rep));
                hour = back + 1 + random.nextInt(9);
            }
            return hours;
        }

        List<RepId> reps() {
            return plan.reps().stream().map(Rep::id).toList();
        }

        boolean isAway(int hour, int rep) {
            return away.get(hour * plan.reps().size() + rep);
        }
    }

    private static Instant at(int hour) {
        return Leads.NOW.plus(Duration.ofHours(hour));
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void lagsAddUpToNothingAndWhoIsAwayComesBackWithTheLagOfBefore(@ForAll long seed) {
        Random random = new Random(seed);
        Shape shape = SHAPES.get(random.nextInt(SHAPES.size()));
        AssignmentLedger ledger = AssignmentLedger.inMemory();
        Router router = Router.of(shape.plan, ledger, seed);
        List<Standing> before = ledger.standings("absence", shape.reps());
        for (int hour = random.nextInt(4); hour < HOURS; hour += random.nextInt(6)) {
            Decision decision = router.route(Leads.lead("lead-" + random.nextLong(), "DE"), at(hour));

            List<Standing> after = ledger.standings("absence", shape.reps());
            check(shape, hour, before, after);
            assertThat(decision instanceof Decision.Assigned).isEqualTo(!before.equals(after));
            before = after;
        }
    }

    /** Whoever is away has what there was before; somebody who is not takes the lead, if there is anybody. */
    private static void check(Shape shape, int hour, List<Standing> before, List<Standing> after) {
        int[] there = IntStream.range(0, after.size())
                .filter(rep -> !shape.isAway(hour, rep))
                .toArray();
        int[] changed = IntStream.range(0, after.size())
                .filter(rep -> !after.get(rep).equals(before.get(rep)))
                .toArray();
        assertThat(there).contains(changed);
        assertThat(after.stream().mapToLong(Standing::lag).sum()).isZero();
        assertThat(after.stream().mapToInt(Standing::open).sum()
                        - before.stream().mapToInt(Standing::open).sum())
                .isEqualTo(there.length == 0 ? 0 : 1);
    }
}
