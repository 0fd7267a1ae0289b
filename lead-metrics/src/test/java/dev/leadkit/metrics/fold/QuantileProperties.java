package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Quantiles against a sorted list. */
final class QuantileProperties {

    private static final int PART = 3;
    private static final SortedMap<String, Long> LEFT = new TreeMap<>(Map.of("late", 4L));

    private static Quantile quantile(int percent) {
        return new Quantile(percent, new Definition("age.p" + percent + "/1", "An age."), KpiUnit.DAYS, "no ages");
    }

    private static Counts counts(List<Long> values) {
        Counts counts = new Counts();
        values.forEach(value -> counts.add(PART, value, 1));
        counts.add(0, 9_999, 7);
        return counts;
    }

    @Property(tries = 300)
    void aQuantileIsTheValueAtItsRankInTheSortedList(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = -5, max = 9) Long> values,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(sorted.size() * percent / 100.0);
        KpiResult result = quantile(percent).of(counts(values), PART, LEFT);
        assertThat(result.value().number().orElseThrow()).isEqualByComparingTo(String.valueOf(sorted.get(rank - 1)));
        assertThat(result.basis().numerator()).isEqualByComparingTo(String.valueOf(rank));
        assertThat(result.basis().denominator()).isEqualByComparingTo(String.valueOf(sorted.size()));
        assertThat(result.basis().excluded()).isEqualTo(LEFT);
    }

    @Example
    void withoutValuesThereIsNone() {
        KpiResult result = quantile(50).of(counts(List.of()), PART, LEFT);
        assertThat(result.value()).isEqualTo(new KpiValue.Undefined("no ages"));
        assertThat(result.unit()).isEqualTo(KpiUnit.DAYS);
        assertThat(result.basis()).isEqualTo(Basis.of(0, 0, LEFT));
    }

    @Example
    void whileACountIsBelowZeroAPartIsMissing() {
        Counts counts = counts(List.of(1L, 1L, 1L));
        counts.add(PART, 2, -1);
        KpiResult result = quantile(50).of(counts, PART, LEFT);
        assertThat(result.value()).isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(result.basis()).isEqualTo(Basis.of(0, 2, LEFT));
    }

    @Example
    void aPercentageIsFromOneToAHundred() {
        for (int percent : new int[] {0, 101, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quantile(percent))
                    .withMessage("percent must be from 1 to 100, was " + percent);
        }
        assertThat(quantile(1)
                        .of(counts(List.of(8L, 3L)), PART, LEFT)
                        .value()
                        .number()
                        .orElseThrow())
                .isEqualByComparingTo("3");
    }

    @Example
    void aQuantileOfSecondsIsNamedAfterItsFigure() {
        Quantile median = Quantile.ofSeconds(50, "response", "the time to an answer", "no answers");
        assertThat(median.definition().id()).isEqualTo("response.p50/1");
        assertThat(median.definition().meaning()).startsWith("The median of the time to an answer, by nearest rank");
        assertThat(median.unit()).isEqualTo(KpiUnit.SECONDS);
        assertThat(median.definition().basis()).isEqualTo(TimeBasis.SNAPSHOT);
        assertThat(Quantile.rule(90)).isEqualTo("The 90th percentile");
        Quantile named = median.with("from=new&to=won", TimeBasis.COHORT);
        assertThat(named.definition().id()).isEqualTo("response.p50/1?from=new&to=won");
        assertThat(named.definition().basis()).isEqualTo(TimeBasis.COHORT);
        assertThat(named.definition().meaning()).isEqualTo(median.definition().meaning());
        assertThat(named.percent()).isEqualTo(50);
        assertThat(named.whenEmpty()).isEqualTo("no answers");
    }
}
