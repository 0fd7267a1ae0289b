package dev.leadkit.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProportionProperties {

    private static final double Z = 1.959963984540054;
    private static final double STEP = 1e-6;

    @Property
    void intervalHoldsTheRateAndStaysFromZeroToOne(@ForAll("proportions") Proportion proportion) {
        Interval interval = proportion.wilson95().orElseThrow();
        BigDecimal rate = proportion.rate().decimal(Proportion.INTERVAL_SCALE).orElseThrow();
        assertThat(interval.low()).isBetween(BigDecimal.ZERO, rate);
        assertThat(interval.high()).isBetween(rate, BigDecimal.ONE);
        assertThat(interval.low().scale()).isEqualTo(Proportion.INTERVAL_SCALE);
        assertThat(interval.high().scale()).isEqualTo(Proportion.INTERVAL_SCALE);
    }

    @Property
    void intervalOfFailuresIsTheMirror(@ForAll("proportions") Proportion proportion) {
        Interval interval = proportion.wilson95().orElseThrow();
        Interval mirror = new Proportion(proportion.trials() - proportion.successes(), proportion.trials())
                .wilson95()
                .orElseThrow();
        assertThat(mirror.low()).isEqualByComparingTo(BigDecimal.ONE.subtract(interval.high()));
        assertThat(mirror.high()).isEqualByComparingTo(BigDecimal.ONE.subtract(interval.low()));
    }

    @Property
    void intervalOfADifferenceHoldsItAndIsTheMirrorTheOtherWayRound(
            @ForAll("proportions") Proportion one, @ForAll("proportions") Proportion two) {
        Interval interval = one.newcombe95(two).orElseThrow();
        Interval mirror = two.newcombe95(one).orElseThrow();
        double difference = (double) one.successes() / one.trials() - (double) two.successes() / two.trials();
        assertThat(interval.low().doubleValue()).isBetween(-1.0, difference + STEP);
        assertThat(interval.high().doubleValue()).isBetween(difference - STEP, 1.0);
        assertThat(mirror.low()).isEqualByComparingTo(interval.high().negate());
        assertThat(mirror.high()).isEqualByComparingTo(interval.low().negate());
    }

    // Wilson's own definition: the true rates that a score test at 5 % does not reject.
    @Property
    void endsAreWhereTheScoreTestTurns(@ForAll("smallProportions") Proportion proportion) {
        Interval interval = proportion.wilson95().orElseThrow();
        double low = interval.low().doubleValue();
        double high = interval.high().doubleValue();
        assertThat(rejected(proportion, low + STEP)).isFalse();
        assertThat(rejected(proportion, high - STEP)).isFalse();
        assertThat(low < STEP || rejected(proportion, low - STEP)).isTrue();
        assertThat(high > 1 - STEP || rejected(proportion, high + STEP)).isTrue();
    }

    private static boolean rejected(Proportion proportion, double rate) {
        double seen = (double) proportion.successes() / proportion.trials();
        return (seen - rate) * (seen - rate) > Z * Z * rate * (1 - rate) / proportion.trials();
    }

    @Provide
    Arbitrary<Proportion> proportions() {
        return upTo(Long.MAX_VALUE);
    }

    @Provide
    Arbitrary<Proportion> smallProportions() {
        return upTo(10_000);
    }

    private static Arbitrary<Proportion> upTo(long most) {
        return Arbitraries.longs()
                .between(1, most)
                .flatMap(trials ->
                        Arbitraries.longs().between(0, trials).map(successes -> new Proportion(successes, trials)));
    }
}
