package dev.leadkit.metrics.cohort;

import static dev.leadkit.metrics.Chronicle.captured;
import static dev.leadkit.metrics.Chronicle.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.fold.Resolution;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CohortConversionTest {

    private static final CohortConversion TEN_DAYS = new CohortConversion(Duration.ofDays(10));

    private static KpiResult rate(CohortConversion kpi, Instant asOf, Chronicle... leads) {
        Counts counts = kpi.create();
        for (Chronicle lead : leads) {
            kpi.add(counts, lead.facts());
        }
        return kpi.result(counts, asOf);
    }

    private static String told(KpiResult rate) {
        return rate.basis().numerator() + "/" + rate.basis().denominator() + " "
                + rate.basis().excluded();
    }

    @Test
    @DisplayName("The horizon's last instant counts, the one after it does not")
    void theHorizonIsInclusive() {
        assertThat(told(rate(TEN_DAYS, day(10), captured(0).converted(10)))).isEqualTo("1/1 {}");
        assertThat(told(rate(TEN_DAYS, day(99), captured(0).converted(10.0000001))))
                .isEqualTo("0/1 {}");
    }

    @Test
    @DisplayName("A young lead is left out, converted or not: counting the quick ones alone would flatter")
    void youngLeadsAreLeftOut() {
        KpiResult rate = rate(TEN_DAYS, day(20), captured(0), captured(11).converted(12), captured(11));
        assertThat(told(rate)).isEqualTo("0/1 {immature=2}");
        KpiResult none = rate(TEN_DAYS, day(9), captured(0).converted(1));
        assertThat(none.value()).isEqualTo(new KpiValue.Undefined("no dated lead is mature"));
        assertThat(told(none)).isEqualTo("0/0 {immature=1}");
    }

    @Test
    @DisplayName("Nothing is judged as mature too early, however coarse the steps are")
    void coarseStepsWaitLonger() {
        Chronicle noon = captured(0.5).converted(1);
        assertThat(told(rate(TEN_DAYS, day(10.5), noon))).isEqualTo("0/0 {immature=1}");
        assertThat(told(rate(TEN_DAYS, day(10.99), noon))).isEqualTo("0/0 {immature=1}");
        assertThat(told(rate(TEN_DAYS, day(11), noon))).isEqualTo("1/1 {}");
        CohortConversion exact = new CohortConversion(Duration.ofDays(10), Resolution.SECOND);
        assertThat(told(rate(exact, day(10.5).minusMillis(1), noon))).isEqualTo("0/0 {immature=1}");
        assertThat(told(rate(exact, day(10.5), noon))).isEqualTo("1/1 {}");
        Chronicle fraction = captured(0.5 + 0.5 / 86_400);
        assertThat(told(rate(exact, day(10.5), fraction))).isEqualTo("0/0 {immature=1}");
        assertThat(told(rate(exact, day(10.5).plusSeconds(1), fraction))).isEqualTo("0/1 {}");
    }

    @Test
    void leadsThatCannotBeDatedAreLeftOut() {
        KpiResult rate = rate(
                TEN_DAYS,
                day(50),
                Chronicle.empty().submitted(0, false).converted(2),
                captured(5).converted(4),
                captured(5));
        assertThat(told(rate)).isEqualTo("0/1 {converted before the capture=1, undated lead=1}");
    }

    @Test
    void theRateHasAnInterval() {
        KpiResult rate = rate(TEN_DAYS, day(50), captured(0).converted(4), captured(5));
        assertThat(rate.value().number().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(rate.interval()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1.5S", "P36501D"})
    void horizonsThatMakeNoSenseAreRefused(String horizon) {
        assertThatThrownBy(() -> new CohortConversion(Duration.parse(horizon)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("horizon must be whole seconds from PT1S to PT876000H, was ");
        assertThat(new CohortConversion(CohortConversion.LONGEST).definition().id())
                .isEqualTo("lead.conversion.cohort/1?horizon=PT876000H&resolution=PT24H");
        assertThat(new CohortConversion(Duration.ofSeconds(1)).horizon()).hasSeconds(1);
    }

    @Test
    void aResolutionIsInWholeSeconds() {
        assertThatThrownBy(() -> new Resolution(Duration.ofMillis(999)))
                .hasMessage("resolution must be whole seconds from 1, was PT0.999S");
        assertThatThrownBy(() -> new Resolution(Duration.ofMillis(1_500))).hasMessageContaining("resolution");
        assertThat(new Resolution(Duration.ofSeconds(10)).up(-11)).isEqualTo(-1);
        assertThat(new Resolution(Duration.ofSeconds(10)).up(11)).isEqualTo(2);
        assertThat(new Resolution(Duration.ofSeconds(10)).down(Instant.ofEpochSecond(-11)))
                .isEqualTo(-2);
    }
}
