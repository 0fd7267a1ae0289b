package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.accuracy.OutcomeCounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PairedAreasProperties {

    record Row(long one, long other, boolean positive) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Long> scores = Arbitraries.longs().between(-3, 3);
        return Combinators.combine(scores, scores, Arbitraries.of(true, false))
                .as(Row::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(30)
                .filter(rows -> rows.stream().filter(Row::positive).count() >= 2
                        && rows.stream().filter(row -> !row.positive()).count() >= 2);
    }

    private static PairedAreas counted(List<Row> rows) {
        PairedAreas areas = new PairedAreas();
        rows.forEach(row -> areas.add(row.one(), row.other(), row.positive()));
        return areas;
    }

    /** As the paper has it: kernel, structural components, covariance. */
    @Property(tries = 500)
    void isWhatThePaperSays(@ForAll("rows") List<Row> rows) {
        List<Row> positives = rows.stream().filter(Row::positive).toList();
        List<Row> negatives = rows.stream().filter(row -> !row.positive()).toList();
        double[] ofPositives = positives.stream()
                .mapToDouble(row -> placement(row, negatives, Row::other) - placement(row, negatives, Row::one))
                .toArray();
        double[] ofNegatives = negatives.stream()
                .mapToDouble(
                        row -> 1 - placement(row, positives, Row::other) - (1 - placement(row, positives, Row::one)))
                .toArray();
        double difference = mean(ofPositives);
        double error =
                Math.sqrt(variance(ofPositives) / ofPositives.length + variance(ofNegatives) / ofNegatives.length);
        Interval interval = counted(rows).difference95().orElseThrow();
        assertThat(interval.low().doubleValue()).isCloseTo(difference - 1.959963984540054 * error, within(2e-6));
        assertThat(interval.high().doubleValue()).isCloseTo(difference + 1.959963984540054 * error, within(2e-6));
    }

    /** The share of the others that lie below, ties as half. */
    private static double placement(Row row, List<Row> others, ToLongFunction<Row> score) {
        return others.stream()
                        .mapToDouble(other -> {
                            int order = Long.compare(score.applyAsLong(row), score.applyAsLong(other));
                            return order > 0 ? 1 : order == 0 ? 0.5 : 0;
                        })
                        .sum()
                / others.size();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** A score that says nothing has the area 1/2 and no error, so that the other's own error is left. */
    @Property(tries = 200)
    void againstAConstantScoreItIsTheErrorOfOne(@ForAll("rows") List<Row> rows) {
        PairedAreas areas = new PairedAreas();
        OutcomeCounts counts = new OutcomeCounts();
        for (Row row : rows) {
            areas.add(0, row.other(), row.positive());
            counts.add(row.other(), row.positive());
        }
        Interval interval = areas.difference95().orElseThrow();
        double error = interval.high().subtract(interval.low()).doubleValue() / 2 / 1.959963984540054;
        assertThat(error).isCloseTo(counts.aucError().orElseThrow().doubleValue(), within(2e-6));
    }

    @Example
    void withFewerThanTwoOfAnOutcomeThereIsNoInterval() {
        assertThat(counted(List.of(new Row(1, 1, true), new Row(1, 2, false), new Row(1, 3, false)))
                        .difference95())
                .isEmpty();
        assertThat(counted(List.of(new Row(1, 1, true), new Row(1, 2, true), new Row(1, 3, false)))
                        .difference95())
                .isEmpty();
    }
}
