package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForecastCountsTest {

    private final ForecastCounts counts = new ForecastCounts();

    @Test
    @DisplayName("A coin costs ln 2 a toss, and a quarter by Brier")
    void aCoin() {
        counts.add(500_000, true);
        counts.add(500_000, false);
        assertThat(counts.logLoss()).contains(new BigDecimal("0.693147"));
        assertThat(counts.brier().value()).contains(Fraction.of(1, 4));
    }

    @Test
    @DisplayName("The losses of different forecasts are averaged")
    void differentForecasts() {
        counts.add(800_000, true);
        counts.add(250_000, false);
        // -ln 0.8 = 0.2231436, -ln 0.75 = 0.2876821
        assertThat(counts.logLoss()).contains(new BigDecimal("0.255413"));
        assertThat(counts.brier().value()).contains(Fraction.of(400 + 625, 20_000));
    }

    @Test
    @DisplayName("Being certain and wrong costs much, not infinitely much")
    void certainAndWrong() {
        counts.add(0, true);
        assertThat(counts.logLoss()).contains(new BigDecimal("13.815511")); // 6 ln 10
        counts.add(ForecastCounts.CERTAIN, false);
        assertThat(counts.logLoss()).contains(new BigDecimal("13.815511"));
        assertThat(counts.brier().value()).contains(Fraction.of(1, 1));
    }

    @Test
    @DisplayName("Nothing counted has no loss, no Brier score, no groups and a total of nothing")
    void nothing() {
        assertThat(counts.logLoss()).isEmpty();
        assertThat(counts.brier()).isEqualTo(new Measure.Undefined(Measure.Reason.EMPTY));
        assertThat(counts.calibration(10)).isEmpty();
        assertThat(counts.total().mean()).isEqualTo(new Measure.Undefined(Measure.Reason.EMPTY));
    }

    @Test
    @DisplayName("Groups are of equal size, lowest first, and keep equal forecasts together")
    void groups() {
        for (int i = 1; i <= 4; i++) {
            counts.add(100_000 * i, i > 2);
        }
        counts.add(400_000, false);
        counts.add(400_000, false);
        assertThat(counts.calibration(3))
                .containsExactly(
                        new Forecast(Fraction.of(3, 10), new Proportion(0, 2)),
                        new Forecast(Fraction.of(15, 10), new Proportion(2, 4)));
        assertThat(counts.total()).isEqualTo(new Forecast(Fraction.of(18, 10), new Proportion(2, 6)));
        assertThat(counts.total().mean().value()).contains(Fraction.of(3, 10));
    }

    @Test
    @DisplayName("Probabilities are from 0 to 1, groups at least one")
    void bounds() {
        for (int wrong : List.of(-1, 1_000_001)) {
            assertThatThrownBy(() -> counts.add(wrong, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("probability must be from 0 to 1000000 millionths, was " + wrong);
        }
        assertThatThrownBy(() -> counts.calibration(0)).hasMessage("groups must be at least 1, was 0");
        assertThat(counts).isEqualTo(new ForecastCounts());
    }

    @Test
    @DisplayName("Merged shards are equal to the whole")
    void merge() {
        ForecastCounts shard = new ForecastCounts();
        shard.add(300_000, true);
        counts.add(200_000, false);
        counts.merge(shard);
        ForecastCounts whole = new ForecastCounts();
        whole.add(300_000, true);
        whole.add(200_000, false);
        assertThat(counts).isEqualTo(whole).hasSameHashCodeAs(whole).isNotEqualTo(shard);
        assertThat(counts)
                .hasToString(
                        "ForecastCounts{200000=Outcomes[positives=0, negatives=1], 300000=Outcomes[positives=1, negatives=0]}");
    }

    @Test
    void manyAtOnce() {
        ForecastCounts oneByOne = new ForecastCounts();
        oneByOne.add(250_000, true);
        oneByOne.add(250_000, false);
        oneByOne.add(250_000, false);
        ForecastCounts atOnce = new ForecastCounts();
        atOnce.add(250_000, new Outcomes(1, 2));
        assertThat(atOnce).isEqualTo(oneByOne);
        assertThatThrownBy(() -> atOnce.add(1, new Outcomes(1, -1))).hasMessageContaining("outcomes must be 0 or more");
        assertThatThrownBy(() -> atOnce.add(1_000_001, new Outcomes(1, 1))).hasMessageContaining("1000001");
        assertThat(atOnce).isEqualTo(oneByOne);
    }
}
