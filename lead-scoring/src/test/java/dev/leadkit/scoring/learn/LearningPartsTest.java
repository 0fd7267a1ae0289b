package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.accuracy.Proportion;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What learning is made of")
final class LearningPartsTest {

    private static final Field<String> WORD = Field.text("word");

    private static Example example(String word, int second, boolean won) {
        FieldValues values = word.isEmpty()
                ? FieldValues.EMPTY
                : FieldValues.builder().set(WORD, word).build();
        return Example.of(values, Instant.ofEpochSecond(second), won);
    }

    private static Table table(List<Example> examples) {
        Intake intake = new Intake(List.of(Column.of(WORD)));
        examples.forEach(intake::add);
        return intake.table(3);
    }

    /** Of ten leads with "a" seven won, of six with "b" two, of four without a word one. */
    private static Table words() {
        return table(IntStream.range(0, 20)
                .mapToObj(i ->
                        i < 10 ? example("a", i, i < 7) : i < 16 ? example("b", i, i < 12) : example("", i, i == 16))
                .toList());
    }

    @Test
    @DisplayName("The equations are solved: what comes out, put in, gives the right side")
    void equations() {
        assertThat(Cholesky.solve(new double[][] {{4}, {2, 3}}, new double[] {2, 5}))
                .containsExactly(new double[] {-0.5, 2}, within(1e-12));
        SplittableRandom random = new SplittableRandom(4);
        double[][] matrix = new double[6][6];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = matrix[j][i] = random.nextDouble() - 0.5;
            }
            matrix[i][i] = 4 + i;
        }
        double[] right = IntStream.range(0, 6).mapToDouble(i -> 3 - i * i).toArray();
        double[][] lower = new double[6][];
        Arrays.setAll(lower, i -> Arrays.copyOf(matrix[i], i + 1));
        double[] solved = Cholesky.solve(lower, right.clone());
        for (int i = 0; i < 6; i++) {
            int row = i;
            assertThat(IntStream.range(0, 6)
                            .mapToDouble(j -> matrix[row][j] * solved[j])
                            .sum())
                    .isCloseTo(right[i], within(1e-9));
        }
    }

    @Test
    @DisplayName("Every fold has as many winners and losers as the others, but for one, and all together are all rows")
    void folds() {
        Table table = words();
        int[] fold = Folds.of(table, 3);
        for (int each = 0; each < 3; each++) {
            int[] inside = Folds.rows(fold, each, true);
            int[] outside = Folds.rows(fold, each, false);
            assertThat(table.wins(inside)).isBetween(3, 4);
            assertThat(inside.length - table.wins(inside)).isBetween(3, 4);
            assertThat(IntStream.concat(Arrays.stream(inside), Arrays.stream(outside))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
        }
    }

    @Test
    @DisplayName("A table counts who won, and who has a value")
    void counts() {
        Table table = words();
        assertThat(table.rows()).isEqualTo(20);
        assertThat(table.wins(table.all())).isEqualTo(10);
        assertThat(table.filled(0)).isEqualTo(new Outcomes(9, 7));
        Tally tally = Tally.of(table, 0, table.all());
        assertThat(tally.won(1)).isEqualTo(7);
        assertThat(tally.lost(1)).isEqualTo(3);
        assertThat(tally.count(2)).isEqualTo(6);
        assertThat(tally.missing()).isEqualTo(4);
        assertThat(tally.known()).isEqualTo(16);
        Bins bins = new Binner(1).bins(tally);
        assertThat(bins.size()).isEqualTo(3);
        assertThat(bins.known()).isEqualTo(2);
        assertThat(bins.isMissing(2)).isTrue();
        assertThat(bins.counts(2, 4)).isTrue();
        assertThat(bins.counts(2, 5)).isFalse();
        assertThat(bins.counting(5)).isEqualTo(2);
        assertThat(bins.bin(Column.MISSING)).isEqualTo(2);
    }

    @Test
    @DisplayName("The order of a table depends on its seed, and not on the order of the leads, equal ones among them")
    void order() {
        List<Example> examples = IntStream.range(0, 60)
                .mapToObj(i -> example("w" + i % 5, i % 15, i % 2 == 0))
                .toList();
        List<Example> turned =
                IntStream.range(0, 60).mapToObj(i -> examples.get(59 - i)).toList();
        assertThat(rows(table(turned))).isEqualTo(rows(table(examples)));
        Intake intake = new Intake(List.of(Column.of(WORD)));
        examples.forEach(intake::add);
        List<String> otherwise = rows(intake.table(4));
        assertThat(otherwise)
                .isNotEqualTo(rows(table(examples)))
                .containsExactlyInAnyOrderElementsOf(rows(table(examples)));
    }

    private static List<String> rows(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.code(0, row) + " " + table.won(row) + " " + table.decided(row))
                .toList();
    }

    @Test
    @DisplayName("Leads that are alike in everything do not stand together in a table")
    void copies() {
        List<String> rows = rows(table(IntStream.range(0, 100)
                .mapToObj(i -> example("w" + i % 10, i % 10, i % 2 == 0))
                .toList()));
        long together = IntStream.range(1, rows.size())
                .filter(row -> rows.get(row).equals(rows.get(row - 1)))
                .count();
        // 90 if they stood together, about 9 in any order
        assertThat(together).isLessThan(30);
    }

    @Test
    @DisplayName(
            "Of many words the fifty most frequent have a bin each, in the order of the words, all others share one")
    void manyWords() {
        // w100 once, w101 twice and so on to w151
        Table table = table(IntStream.range(0, 52)
                .boxed()
                .flatMap(i ->
                        IntStream.rangeClosed(0, i).mapToObj(copy -> example("w" + (100 + i), copy, copy % 2 == 0)))
                .toList());
        Bins bins = new Binner(1).bins(Tally.of(table, 0, table.all()));
        assertThat(bins.size()).isEqualTo(51);
        assertThat(bins.isOthers(50)).isTrue();
        assertThat(bins.isOthers(49)).isFalse();
        assertThat(bins.count(50)).isEqualTo(1 + 2);
        for (int bin = 0; bin < 50; bin++) {
            assertThat(bins.count(bin)).isEqualTo(bin + 3);
        }
    }

    @Test
    @DisplayName("The information value is what the formula says, with half a lead more in every bin")
    void informationValue() {
        Table table = words();
        Bins bins = new Binner(1).bins(Tally.of(table, 0, table.all()));
        double sum = 0;
        for (double[] each : new double[][] {{7, 3}, {2, 4}, {1, 3}}) {
            double won = (each[0] + 0.5) / 10.5;
            double lost = (each[1] + 0.5) / 10.5;
            sum += won * Math.log(won / lost) + lost * Math.log(lost / won);
        }
        assertThat(LeakGuard.informationValue(bins, new Proportion(9, 10), new Proportion(7, 10)))
                .isEqualTo(new BigDecimal(sum).setScale(3, RoundingMode.HALF_EVEN));
    }

    @Test
    @DisplayName("An example and what was learned tell of themselves in a line")
    void lines() {
        assertThat(example("a", 0, false)).hasToString("Example[lost, decided at 1970-01-01T00:00:00Z]");
        Learned learned = ScorecardLearner.builder()
                .fields(SyntheticLeads.FIELDS)
                .build()
                .learn(SyntheticLeads.many(400, 1).stream());
        int rules = learned.model("m", "1").dimensions().get(0).rules().size();
        assertThat(learned).hasToString("Learned[" + rules + " rules, 0 faults, 0 warnings]");
    }
}
