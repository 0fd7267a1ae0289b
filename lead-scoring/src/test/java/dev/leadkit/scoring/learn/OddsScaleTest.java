package dev.leadkit.scoring.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leadkit.accuracy.Fraction;
import dev.leadkit.lead.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OddsScaleTest {

    @Test
    @DisplayName("The standard scale has an even chance at 100 points, and twice the odds 20 points further")
    void standard() {
        assertThat(OddsScale.STANDARD.millionths(Points.of(100))).isEqualTo(500_000);
        assertThat(OddsScale.STANDARD.millionths(Points.of(120))).isEqualTo(666_667);
        assertThat(OddsScale.STANDARD.millionths(Points.of(80))).isEqualTo(333_333);
        assertThat(OddsScale.STANDARD.millionths(Points.of(160))).isEqualTo(888_889);
        assertThat(OddsScale.STANDARD.millionths(Points.of(-1_000_000))).isZero();
        assertThat(OddsScale.STANDARD.millionths(Points.of(1_000_000))).isEqualTo(1_000_000);
    }

    @Test
    @DisplayName("The usual scale of credit: 600 points at odds of 50 to 1, 20 points to double them")
    void credit() {
        OddsScale scale = new OddsScale(Points.of(20), Points.of(600), Fraction.of(50, 1));
        assertThat(scale.millionths(Points.of(600))).isEqualTo(980_392); // 50 of 51
        assertThat(scale.millionths(Points.of(620))).isEqualTo(990_099); // 100 of 101
        // Siddiqi (2006) prints a factor of 28.8539 and an offset of 487.123
        assertThat(scale.unitsPerNat() / 1000).isCloseTo(28.8539, within(1e-4));
        assertThat(scale.offset() / 1000).isCloseTo(487.123, within(1e-3));
    }

    @Test
    @DisplayName("Odds and the points to double them are above 0")
    void bounds() {
        assertThatThrownBy(() -> new OddsScale(Points.ZERO, Points.of(1), Fraction.of(1, 1)))
                .hasMessage("points to double the odds must be above 0, was 0");
        assertThatThrownBy(() -> new OddsScale(Points.of(1), Points.of(1), Fraction.of(-1, 2)))
                .hasMessage("base odds must be above 0, was -1/2");
    }
}
