package dev.leadkit.scoring.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

final class DecayProperties {

    private static final long MOST_UNITS = 1_000_000_000L;

    @Provide
    Arbitrary<Duration> halfLives() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1_000, 40L * 86_400_000).map(Duration::ofMillis),
                Arbitraries.of(Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofDays(36_525)));
    }

    @Property(tries = 5_000)
    void differsFromTheFormulaByNoMoreThanItSays(
            @ForAll @LongRange(min = -MOST_UNITS, max = MOST_UNITS) long units,
            @ForAll("halfLives") Duration halfLife,
            @ForAll @LongRange(min = 0, max = 9_999) long tenThousandths) {
        long millis = halfLife.toMillis() * 12 / 10_000 * tenThousandths;
        double power = StrictMath.pow(2, -(double) millis / halfLife.toMillis());
        BigDecimal formula = BigDecimal.valueOf(units).multiply(new BigDecimal(power));
        BigDecimal off =
                formula.subtract(BigDecimal.valueOf(new Decay(halfLife).left(units, Duration.ofMillis(millis))));
        BigDecimal bound =
                new BigDecimal("0.5").add(BigDecimal.valueOf(Math.abs(units)).multiply(new BigDecimal("6e-8")));
        assertThat(off.abs()).isLessThanOrEqualTo(bound);
    }

    @Property(tries = 5_000)
    void neverGrowsWithAge(
            @ForAll @LongRange(min = -MOST_UNITS, max = MOST_UNITS) long units,
            @ForAll("halfLives") Duration halfLife,
            @ForAll @LongRange(min = 0, max = 400_000_000_000L) long millis,
            @ForAll @LongRange(min = 0, max = 100_000) long more) {
        Decay decay = new Decay(halfLife);
        long before = decay.left(units, Duration.ofMillis(millis));
        long after = decay.left(units, Duration.ofMillis(millis + more));
        assertThat(Math.abs(after)).isLessThanOrEqualTo(Math.abs(before));
        assertThat(Long.signum(after)).isIn(0, Long.signum(units));
    }

    @Property
    void everyWholeHalfLifeHalvesExactly(
            @ForAll @LongRange(min = -MOST_UNITS, max = MOST_UNITS) long units,
            @ForAll("halfLives") Duration halfLife,
            @ForAll @LongRange(min = 0, max = 40) long halves) {
        BigDecimal exact =
                BigDecimal.valueOf(units).divide(BigDecimal.valueOf(1L << halves), 0, RoundingMode.HALF_DOWN);
        assertThat(new Decay(halfLife).left(units, halfLife.multipliedBy(halves)))
                .isEqualTo(exact.longValueExact());
    }

    /** Around every power of two, where rounding turns and the product of 128 bits needs both of its words. */
    @Example
    void everyWholeHalfLifeHalvesExactlyAtTheBordersOfTheWords() {
        Decay decay = new Decay(Duration.ofDays(7));
        for (int bits = 0; bits <= 60; bits++) {
            for (long units : new long[] {(1L << bits) - 1, 1L << bits, (1L << bits) + 1, 3L << (bits / 2)}) {
                for (int halves = 0; halves < 64; halves++) {
                    BigDecimal exact =
                            new BigDecimal(units).divide(BigDecimal.valueOf(2).pow(halves), 0, RoundingMode.HALF_DOWN);
                    long left = decay.left(units, Duration.ofDays(7L * halves));
                    assertThat(left).as("%s after %s", units, halves).isEqualTo(exact.longValueExact());
                    assertThat(decay.left(-units, Duration.ofDays(7L * halves))).isEqualTo(-left);
                }
            }
        }
    }

    /** Where the leading bit of the half-life moves, and with it the scale of ages. */
    @Example
    void halfLivesAroundEveryPowerOfTwoHalveExactly() {
        for (int bits = 0; bits <= 41; bits++) {
            for (long millis = Math.max(1, (1L << bits) - 1); millis <= (1L << bits) + 1; millis++) {
                Decay decay = new Decay(Duration.ofMillis(millis));
                for (int halves = 0; halves <= 30; halves++) {
                    assertThat(decay.left(1L << 30, millis * halves))
                            .as("%s half-lives of %s ms", halves, millis)
                            .isEqualTo(1L << (30 - halves));
                }
            }
        }
    }

    @Property
    void theNextChangeIsTheFirstMillisecondAtWhichLessIsLeft(
            @ForAll @LongRange(min = -MOST_UNITS, max = MOST_UNITS) long units,
            @ForAll("halfLives") Duration halfLife,
            @ForAll @LongRange(min = 0, max = 9_999) long tenThousandths) {
        Decay decay = new Decay(halfLife);
        Duration age = Duration.ofMillis(halfLife.toMillis() * 70 / 10_000 * tenThousandths);
        long now = decay.left(units, age);
        long next = decay.nextChange(units, age);
        if (now == 0) {
            assertThat(next).isEqualTo(-1);
        } else {
            assertThat(next).isGreaterThan(age.toMillis());
            assertThat(decay.left(units, next)).isNotEqualTo(now);
            assertThat(decay.left(units, next - 1)).isEqualTo(now);
        }
    }

    @Property
    void nothingIsLeftAfterSixtyFourHalfLives(
            @ForAll @LongRange(min = -MOST_UNITS, max = MOST_UNITS) long units,
            @ForAll("halfLives") Duration halfLife) {
        Duration age = halfLife.multipliedBy(64);
        assertThat(new Decay(halfLife).left(units, age)).isZero();
        assertThat(new Decay(halfLife).left(units, age.plusDays(1_000_000))).isZero();
    }

    /** Otherwise no running clock would ever show the sum of a model's points, and no grade at that sum could be reached. */
    @Example
    void whatHappenedAMomentAgoIsWorthItsPoints() {
        Decay decay = new Decay(Duration.ofDays(14));
        assertThat(decay.left(30_000, Duration.ofSeconds(20))).isEqualTo(30_000);
        assertThat(decay.left(-30_000, Duration.ofSeconds(20))).isEqualTo(-30_000);
        // 30,000 * (1 - 2^(-60 s / 14 d)) = 1.03
        assertThat(decay.left(30_000, Duration.ofSeconds(60))).isEqualTo(29_999);
    }

    @Example
    void anAgeBeyondAllMillisecondsLeavesNothing() {
        Duration longest = Duration.between(Instant.MIN, Instant.MAX);
        assertThat(new Decay(Duration.ofDays(36_525)).left(MOST_UNITS, longest)).isZero();
    }

    @Example
    void theLargestNumberLosesNothingToOverflow() {
        assertThat(new Decay(Duration.ofDays(7)).left(1L << 61, Duration.ofDays(7)))
                .isEqualTo(1L << 60);
    }
}
