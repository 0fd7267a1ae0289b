package dev.leadkit.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.accuracy.Interval;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.KpiValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ChangeTest {

    private static final Definition DEFINITION = new Definition("a/1", "A.");

    private static KpiResult rate(long of, long all) {
        return KpiResult.rate(DEFINITION, Basis.of(of, all, new TreeMap<>()), "nothing");
    }

    @Test
    void aChangeIsTheDifferenceAndItsPartOfTheEarlierFigure() {
        Change change = Change.between(rate(1, 4), rate(3, 8));
        assertThat(change.difference()).isEqualTo(new KpiValue.Known(new BigDecimal("0.125000")));
        assertThat(change.relative()).isEqualTo(new KpiValue.Known(new BigDecimal("0.500000")));
        assertThat(change.before()).isEqualTo(rate(1, 4));
        assertThat(change.now()).isEqualTo(rate(3, 8));
    }

    /** The first example of Newcombe (1998), table II: 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339. */
    @Test
    void theIntervalOfTwoRatesIsNewcombes() {
        Interval interval =
                Change.between(rate(48, 80), rate(56, 70)).interval().orElseThrow();
        assertThat(interval.low().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal("0.0524"));
        assertThat(interval.high().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(new BigDecimal("0.3339"));
        KpiResult money = KpiResult.quotient(DEFINITION, KpiUnit.NUMBER, Basis.of(1, 2, new TreeMap<>()), "nothing");
        assertThat(Change.between(money, money).interval()).isEmpty();
    }

    @Test
    void aChangeFromNothingHasNoRelativeAndAnUndefinedOneNone() {
        Change fromZero = Change.between(rate(0, 4), rate(1, 4));
        assertThat(fromZero.difference().number()).contains(new BigDecimal("0.250000"));
        assertThat(fromZero.relative()).isEqualTo(new KpiValue.Undefined("the earlier figure is 0"));
        for (Change undefined :
                List.of(Change.between(rate(0, 0), rate(1, 4)), Change.between(rate(1, 4), rate(0, 0)))) {
            assertThat(undefined.difference()).isEqualTo(new KpiValue.Undefined("one of the figures has no value"));
            assertThat(undefined.relative()).isEqualTo(undefined.difference());
        }
    }

    @Test
    void eachPeriodIsComparedWithTheOneBefore() {
        Breakdown<KpiResult> months = new Breakdown<>(
                rate(6, 16),
                new TreeMap<>(Map.of(
                        "2026-02", rate(3, 4), "2026-01", rate(1, 4), "2026-03", rate(2, 4), "(missing)", rate(0, 4))));
        assertThat(Change.of(months))
                .extracting(change -> change.difference().number().orElseThrow())
                .containsExactly(new BigDecimal("0.500000"), new BigDecimal("-0.250000"));
    }

    @Test
    void figuresOfTwoDefinitionsOrUnitsAreNotCompared() {
        KpiResult other = KpiResult.rate(new Definition("b/1", "B."), Basis.of(1, 2, new TreeMap<>()), "nothing");
        KpiResult days = KpiResult.quotient(DEFINITION, KpiUnit.DAYS, Basis.of(1, 2, new TreeMap<>()), "nothing");
        assertThatThrownBy(() -> Change.between(rate(1, 2), other))
                .hasMessage("figures must be of one definition, was a/1 and b/1");
        assertThatThrownBy(() -> Change.between(rate(1, 2), days)).isInstanceOf(IllegalArgumentException.class);
    }
}
