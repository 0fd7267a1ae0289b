package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonEqualsThePublishedIntervals(long successes, long trials, BigDecimal low, BigDecimal high) {
        Interval interval = new Proportion(successes, trials).wilson95().orElseThrow();
        assertThat(interval.low().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(low);
        assertThat(interval.high().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(high);
    }

    // Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, method 10.
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void newcombeEqualsThePublishedIntervals(
            long one, long ofOne, long two, long ofTwo, BigDecimal low, BigDecimal high) {
        Interval interval = new Proportion(one, ofOne)
                .newcombe95(new Proportion(two, ofTwo))
                .orElseThrow();
        assertThat(interval.low().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(low);
        assertThat(interval.high().setScale(4, RoundingMode.HALF_EVEN)).isEqualTo(high);
    }

    @Test
    void aDifferenceWithoutTrialsHasNoInterval() {
        assertThat(new Proportion(0, 0).newcombe95(new Proportion(1, 2))).isEmpty();
        assertThat(new Proportion(1, 2).newcombe95(new Proportion(0, 0))).isEmpty();
    }

    @Test
    void noTrialsAreUndefined() {
        assertThat(new Proportion(0, 0).rate()).isEqualTo(new Measure.Undefined(Measure.Reason.EMPTY));
        assertThat(new Proportion(0, 0).wilson95()).isEmpty();
    }

    @Test
    void rateIsExact() {
        assertThat(new Proportion(1729, 4551).rate().value()).contains(Fraction.of(1729, 4551));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(3, 2))
                .withMessage("successes must be from 0 to trials = 2, was 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, -1));
    }

    @Test
    void intervalRefusesEndsInTheWrongOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(BigDecimal.ONE, BigDecimal.ZERO))
                .withMessage("high must be at least low = 1, was 0");
    }
}
