package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class BinnerProperties {

    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Field<String> WORD = Field.text("word");

    /** Every rule that is written holds for exactly the leads that were put into its bin, and every lead is in one bin. */
    @Property(tries = 100)
    void eachLeadFulfilsTheConditionOfItsBinOnly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int rows) {
        List<Example> examples = random(rows, seed);
        for (Field<?> field : List.of(SIZE, WORD)) {
            Intake intake = new Intake(List.of(Column.of(field)));
            examples.forEach(intake::add);
            Table table = intake.table(0);
            Bins bins = new Binner(5).bins(table, table.all()).get(0);
            long[] found = new long[bins.size()];
            for (Example example : examples) {
                List<Integer> fulfilled = IntStream.range(0, bins.size())
                        .filter(bin ->
                                RuleWriter.condition(bins, bin).evaluate(example.facts(), fault -> {}) == Truth.TRUE)
                        .boxed()
                        .toList();
                assertThat(fulfilled).hasSize(1);
                found[fulfilled.get(0)]++;
            }
            for (int bin = 0; bin < found.length; bin++) {
                assertThat(found[bin]).isEqualTo(bins.count(bin)).isPositive();
            }
        }
    }

    @Property(tries = 100)
    void neighboursOfNumbersDifferMoreThanChanceWould(@ForAll long seed) {
        Intake intake = new Intake(List.of(Column.of(SIZE)));
        random(400, seed).forEach(intake::add);
        Table table = intake.table(0);
        Bins bins = new Binner(5).bins(table, table.all()).get(0);
        for (int bin = 0; bin + 1 < bins.known(); bin++) {
            assertThat(chiSquare(bins, bin, bin + 1)).isGreaterThanOrEqualTo(3.8414);
            assertThat(bins.count(bin)).isGreaterThanOrEqualTo(5);
        }
    }

    /** As the textbook has it: over the four cells, the squared distance from what was expected over what was expected. */
    private static double chiSquare(Bins bins, int one, int other) {
        double all = bins.count(one) + bins.count(other);
        double won = bins.won(one) + bins.won(other);
        double sum = 0;
        for (int bin : new int[] {one, other}) {
            double expectedWon = bins.count(bin) * won / all;
            double expectedLost = bins.count(bin) - expectedWon;
            sum += Math.pow(bins.won(bin) - expectedWon, 2) / expectedWon
                    + Math.pow(bins.lost(bin) - expectedLost, 2) / expectedLost;
        }
        return sum;
    }

    /** Rows that were not learned from fall where the condition says, also between two values that were. */
    @Property
    void theCutLiesAboveTheLowerAndAtMostAtTheUpperAndIsTheRoundest(
            @ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal one,
            @ForAll @BigRange(min = "0.001", max = "1000") @Scale(3) BigDecimal step) {
        BigDecimal other = one.add(step);
        BigDecimal cut = NumberColumn.cut(one, other);
        assertThat(cut).isGreaterThan(one).isLessThanOrEqualTo(other);
        BigDecimal rounder = other.setScale(cut.stripTrailingZeros().scale() - 1, RoundingMode.FLOOR);
        if (cut.signum() != 0) {
            assertThat(rounder).isLessThanOrEqualTo(one);
        }
    }

    private static List<Example> random(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            FieldValues.Builder values = FieldValues.builder();
            int size = random.nextInt(60) - 20;
            if (random.nextInt(6) > 0) {
                values.set(SIZE, new BigDecimal(size).movePointLeft(random.nextInt(2)));
            }
            if (random.nextInt(6) > 0) {
                values.set(WORD, random.nextInt(4) == 0 ? "Rare" + i : (random.nextBoolean() ? "w" : "W") + size % 5);
            }
            boolean won = random.nextInt(60) < size + 20;
            examples.add(Example.of(values.build(), Instant.EPOCH, won));
        }
        return examples;
    }
}
