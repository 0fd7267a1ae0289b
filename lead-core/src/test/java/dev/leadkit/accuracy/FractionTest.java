package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void equalNumbersAreEqualFractions() {
        assertThat(Fraction.of(2, -4)).isEqualTo(Fraction.of(-1, 2)).hasToString("-1/2");
        assertThat(Fraction.of(0, -9)).isEqualTo(Fraction.of(0, 1));
    }

    @Test
    void decimalRoundsHalfToEvenAtTheGivenScale() {
        assertThat(Fraction.of(1, 8).decimal(2)).isEqualTo("0.12");
        assertThat(Fraction.of(3, 8).decimal(2)).isEqualTo("0.38");
        assertThat(Fraction.of(1, 2).decimal(4)).isEqualTo("0.5000");
        assertThat(Fraction.of(-5, 2).decimal(0)).isEqualTo("-2");
    }

    @Test
    void refusesAZeroDenominatorAndANegativeScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(1, 0))
                .withMessage("denominator must be other than 0, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(1, 2).decimal(-1))
                .withMessage("scale must be 0 or more, was -1");
    }
}
