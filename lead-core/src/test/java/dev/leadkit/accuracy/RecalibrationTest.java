package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecalibrationTest {

    private final ForecastCounts counts = new ForecastCounts();

    private void foretold(int millionths, long positives, long negatives) {
        counts.add(millionths, new Outcomes(positives, negatives));
    }

    private static Measure known(double figure) {
        BigDecimal rounded = BigDecimal.valueOf(figure).setScale(Recalibration.SCALE, RoundingMode.HALF_EVEN);
        return new Measure.Known(
                new Fraction(rounded.unscaledValue(), BigDecimal.TEN.pow(6).toBigInteger()));
    }

    private static Measure undefined(Measure.Reason reason) {
        return new Measure.Undefined(reason);
    }

    private void assertUndefined(Measure.Reason reason) {
        assertThat(counts.recalibration())
                .isEqualTo(new Recalibration(undefined(reason), undefined(reason), undefined(reason)));
    }

    @Test
    @DisplayName(
            "Two forecasts are joined by a line: odds of 1 to 4 and 4 to 1 that came as 1 to 2 and 2 to 1 have half the slope")
    void twoForecasts() {
        foretold(200_000, 10, 20);
        foretold(800_000, 20, 10);
        // ln 2 / ln 4
        assertThat(counts.recalibration()).isEqualTo(new Recalibration(known(0.5), known(0), known(0)));
    }

    @Test
    @DisplayName(
            "Two forecasts of unlike size: the slope is the difference of the log-odds that came over that of those foretold")
    void twoForecastsOfUnlikeSize() {
        foretold(100_000, 3, 997);
        foretold(300_000, 40, 60);
        double low = Math.log(3.0 / 997);
        double slope = (Math.log(40.0 / 60) - low) / (Math.log(3.0 / 7) - Math.log(1.0 / 9));
        Recalibration line = counts.recalibration();
        assertThat(line.slope()).isEqualTo(known(slope));
        assertThat(line.intercept()).isEqualTo(known(low - slope * Math.log(1.0 / 9)));
    }

    @Test
    @DisplayName("Forecasts that come true have a slope of 1 and both intercepts of 0")
    void believable() {
        for (int tenths = 1; tenths < 10; tenths++) {
            foretold(100_000 * tenths, 7L * tenths, 70 - 7L * tenths);
        }
        assertThat(counts.recalibration()).isEqualTo(new Recalibration(known(1), known(0), known(0)));
    }

    @Test
    @DisplayName("Forecasts that are all too low by a factor of the odds have that logarithm as both intercepts")
    void tooLow() {
        // odds of 1 to 3, 1 to 1 and 3 to 1 that came as 1 to 1, 3 to 1 and 9 to 1
        foretold(250_000, 50, 50);
        foretold(500_000, 75, 25);
        foretold(750_000, 90, 10);
        assertThat(counts.recalibration())
                .isEqualTo(new Recalibration(known(1), known(Math.log(3)), known(Math.log(3))));
    }

    @Test
    @DisplayName("Forecasts that tell the wrong way have a slope below 0")
    void theWrongWay() {
        foretold(200_000, 40, 10);
        foretold(800_000, 10, 40);
        assertThat(counts.recalibration().slope()).isEqualTo(known(-1));
    }

    @Test
    @DisplayName(
            "Equal forecasts have no slope, and how far they are off on the whole is the difference of two log-odds")
    void equalForecasts() {
        foretold(250_000, 60, 40);
        Measure equal = undefined(Measure.Reason.EQUAL_FORECASTS);
        assertThat(counts.recalibration())
                .isEqualTo(new Recalibration(equal, equal, known(Math.log(1.5) + Math.log(3))));
    }

    @Test
    @DisplayName("What is certain and what is a millionth less are the same forecast")
    void certain() {
        foretold(0, 0, 30);
        foretold(1, 10, 0);
        assertThat(counts.recalibration().slope()).isEqualTo(undefined(Measure.Reason.EQUAL_FORECASTS));
        foretold(1_000_000, 30, 10);
        // 3 to 1 against 1 to 3, over twice the log-odds of 999,999 to 1
        assertThat(counts.recalibration().slope()).isEqualTo(known(Math.log(9) / (2 * Math.log(999_999))));
    }

    @Test
    @DisplayName(
            "Outcomes that a forecast divides have no slope, whether it holds both or neither, upwards or downwards")
    void separated() {
        foretold(200_000, 0, 10);
        foretold(800_000, 10, 0);
        Measure separated = undefined(Measure.Reason.SEPARATED);
        assertThat(counts.recalibration()).isEqualTo(new Recalibration(separated, separated, known(0)));
        foretold(500_000, 3, 3);
        assertThat(counts.recalibration().slope()).isEqualTo(separated);
        foretold(900_000, 0, 1);
        assertThat(counts.recalibration().slope()).isNotEqualTo(separated);
    }

    @Test
    @DisplayName("A forecast with outcomes of one kind at the end of the others divides them too")
    void separatedAtTheEnd() {
        foretold(200_000, 5, 0);
        foretold(800_000, 10, 10);
        assertThat(counts.recalibration().intercept()).isEqualTo(undefined(Measure.Reason.SEPARATED));
    }

    @Test
    @DisplayName("Nothing, and outcomes of one kind, say nothing")
    void oneKind() {
        assertUndefined(Measure.Reason.EMPTY);
        foretold(300_000, 0, 0);
        assertUndefined(Measure.Reason.EMPTY);
        foretold(300_000, 4, 0);
        foretold(400_000, 4, 0);
        assertUndefined(Measure.Reason.NO_NEGATIVES);
        ForecastCounts none = new ForecastCounts();
        none.add(300_000, false);
        assertThat(none.recalibration().inTheLarge()).isEqualTo(undefined(Measure.Reason.NO_POSITIVES));
    }

    @Test
    @DisplayName("Forecasts that hardly differ, and few outcomes among very many, keep their digits")
    void extremes() {
        foretold(500_000, 1, 1_000_000_000_000L);
        foretold(500_001, 1_000_000_000_000L, 1);
        // 2 ln 10^12 over ln(500001 / 499999)
        double slope = 2 * Math.log(1e12) / Math.log(500_001.0 / 499_999);
        double told = counts.recalibration().slope().decimal(6).orElseThrow().doubleValue();
        assertThat(told / slope).isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    @DisplayName(
            "What was thought all but impossible and came nearly always has figures, however hardly anything was in doubt")
    void allButImpossible() {
        foretold(1, 200_000, 1);
        assertThat(counts.recalibration().inTheLarge()).isEqualTo(known(Math.log(200_000) + Math.log(999_999)));
    }

    @Test
    @DisplayName("A line that one conversion and one loss hold among certain ones has its figure on the whole")
    void amongCertainOnes() {
        foretold(1, 1, 1);
        foretold(2, 5, 0);
        foretold(999_999, 4, 0);
        Measure inTheLarge = counts.recalibration().inTheLarge();
        // what is foretold by the line is what came: ten of eleven
        double told = inTheLarge.decimal(6).orElseThrow().doubleValue();
        double odds = Math.exp(told);
        double low = odds / 999_999;
        double next = odds * 2 / 999_998;
        double high = odds * 999_999;
        assertThat(2 * low / (1 + low) + 5 * next / (1 + next) + 4 * high / (1 + high))
                .isBetween(10 - 1e-5, 10 + 1e-5);
    }
}
