package dev.leadkit.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.RepId;
import dev.leadkit.routing.decision.Decision;
import dev.leadkit.routing.ledger.AssignmentLedger;
import dev.leadkit.routing.ledger.Standing;
import dev.leadkit.routing.model.BuiltIn;
import dev.leadkit.routing.model.PlanBuilder;
import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.RoutingPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reps who differ in nothing but their identifiers. */
final class TieProperties {

    private static final Comparator<Standing> BY_FIGURES =
            Comparator.comparingLong(Standing::lag).thenComparing(Standing::open);

    private static final int TIES = 20_000;

    private static RoutingPlan plan(List<String> reps, int capacity, String ranking) {
        PlanBuilder plan = RoutingPlan.builder("equals", "1").queue("waiting").ranking(ranking);
        reps.forEach(rep -> plan.rep(Rep.of(rep, capacity)));
        return plan.build();
    }

    @Property(tries = 200)
    void whatEqualRepsAreCalledSaysWhoIsWhereAndNotHowFarTheyAreApart(
            @ForAll @IntRange(min = 1, max = 36) int reps, @ForAll long seed) {
        Random random = new Random(seed);
        String ranking =
                BuiltIn.rankings().get(random.nextInt(BuiltIn.rankings().size()));
        int capacity = 1 + random.nextInt(6);
        List<String> names = names(reps, i -> "rep-" + i);
        List<String> others = names(reps, i -> Long.toString(random.nextLong(), Character.MAX_RADIX) + i);
        AssignmentLedger one = AssignmentLedger.inMemory();
        AssignmentLedger other = AssignmentLedger.inMemory();
        Router router = Router.of(plan(names, capacity, ranking), one, seed);
        Router renamed = Router.of(plan(others, capacity, ranking), other, seed);
        for (int i = 0; i < 100; i++) {
            router.route(Leads.lead("lead-" + i, "DE"), Leads.NOW);
            renamed.route(Leads.lead("lead-" + i, "DE"), Leads.NOW);

            assertThat(figures(other, others)).isEqualTo(figures(one, names));
        }
    }

    private static List<String> names(int reps, IntFunction<String> name) {
        return IntStream.range(0, reps).mapToObj(name).toList();
    }

    private static List<Standing> figures(AssignmentLedger ledger, List<String> reps) {
        return ledger.standings("equals", reps.stream().map(RepId::new).toList()).stream()
                .sorted(BY_FIGURES)
                .toList();
    }

    /**
     * So many reps, and the value that chi-square exceeds once in a thousand times with one degree of freedom less: NIST/SEMATECH
     * e-Handbook of Statistical Methods, 1.3.6.7.4, upper critical values.
     */
    static Stream<Arguments> teams() {
        return Stream.of(
                Arguments.of(names(2, i -> "rep-" + i), 10.828),
                Arguments.of(names(5, i -> "a".repeat(i + 1)), 18.467),
                Arguments.of(names(10, i -> "rep-" + i), 27.877),
                Arguments.of(names(10, i -> (9 - i) + "@example.com"), 27.877));
    }

    @ParameterizedTest
    @MethodSource("teams")
    @DisplayName("win a tie equally often, whatever they are called and wherever they stand in the plan")
    void equally(List<String> reps, double critical) {
        for (long seed : new long[] {0, 1, -1, 20_261_123}) {
            int[] won = new int[reps.size()];
            Arrays.stream(winners(reps, seed)).forEach(winner -> won[winner]++);

            assertThat(chiSquare(won)).as("%s by seed %s", reps, seed).isLessThan(critical);
        }
    }

    /** The critical value for 99 degrees of freedom is of the same table. */
    @Test
    @DisplayName("win a tie whoever won the one before")
    void independently() {
        int[] winners = winners(names(10, i -> "rep-" + i), 7);
        int[] pairs = new int[100];
        for (int i = 0; i < TIES; i += 2) {
            pairs[winners[i] * 10 + winners[i + 1]]++;
        }
        assertThat(chiSquare(pairs)).isLessThan(148.230);
    }

    /** The numbers of those who get leads that are done with before the next one comes. */
    private static int[] winners(List<String> reps, long seed) {
        Router router = Router.of(plan(reps, 1, "leastLoaded"), AssignmentLedger.inMemory(), seed);
        return IntStream.range(0, TIES)
                .map(i -> {
                    Decision.Assigned assigned =
                            (Decision.Assigned) router.route(Leads.lead("lead-" + i, "DE"), Leads.NOW);
                    router.release(assigned.lead(), assigned.token());
                    return reps.indexOf(assigned.rep().value());
                })
                .toArray();
    }

    private static double chiSquare(int... counts) {
        double expected = (double) Arrays.stream(counts).sum() / counts.length;
        return Arrays.stream(counts)
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
