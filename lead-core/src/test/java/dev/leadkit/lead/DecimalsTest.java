package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {

    @Property
    @Label("a decimal of at most 15 digits comes back as it was written")
    void aShortDecimalComesBack(
            @ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L) long digits,
            @ForAll @IntRange(min = -60, max = 60) int scale) {
        BigDecimal written = BigDecimal.valueOf(digits, scale);
        assertThat(Decimals.shortest(written.doubleValue())).isEqualByComparingTo(written);
    }

    @Property
    @Label("the decimal of any number is read as that number")
    void theDecimalIsReadAsTheNumber(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            assertThat(Decimals.shortest(number).doubleValue()).isEqualTo(number == 0 ? 0.0 : number);
        }
    }

    @ParameterizedTest
    @DisplayName("numbers that older JDKs write with too many digits, and the least of all")
    @CsvSource({
        "1e23, 1E+23",
        "2e23, 2E+23",
        "8.41e21, 8.41E+21",
        "4.9e-324, 5E-324",
        "-0.0, 0",
        "250.0, 250",
        "0.5, 0.5"
    })
    void theFewestDigits(double number, BigDecimal decimal) {
        assertThat(Decimals.shortest(number)).isEqualByComparingTo(decimal);
        assertThat(Decimals.shortest(number).scale()).isEqualTo(Math.max(0, decimal.scale()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberHasNoDecimal(double number) {
        assertThatThrownBy(() -> Decimals.shortest(number)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void seventeenDigitsWhereAllAreNeeded() {
        assertThat(Decimals.shortest(0.1 + 0.2)).isEqualTo(new BigDecimal("0.30000000000000004"));
    }
}
