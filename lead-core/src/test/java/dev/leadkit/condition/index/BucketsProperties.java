package dev.leadkit.condition.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("How many numbers are less")
final class BucketsProperties {

    private static final double[] CORNERS = {
        Double.NEGATIVE_INFINITY,
        -Double.MAX_VALUE,
        -1,
        -Double.MIN_VALUE,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        0.1,
        1,
        Math.nextUp(1.0),
        1e9,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY
    };

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.integers().between(0, CORNERS.length - 1).map(corner -> CORNERS[corner])),
                net.jqwik.api.Tuple.of(
                        3, Arbitraries.integers().between(-50, 3_000).map(Integer::doubleValue)),
                net.jqwik.api.Tuple.of(
                        2, Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite)));
    }

    private static Buckets of(double... ascending) {
        double[] padded = Arrays.copyOf(ascending, ascending.length + Buckets.BEHIND);
        Arrays.fill(padded, ascending.length, padded.length, Double.NaN);
        return new Buckets(padded, ascending.length);
    }

    @Property(tries = 3_000)
    @Label("is what counting them one by one says, for them, their neighbours and any others")
    void asCounted(@ForAll Set<@net.jqwik.api.From("numbers") Double> some, @ForAll("numbers") double other) {
        double[] all = some.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Buckets buckets = of(all);
        for (double asked : all) {
            assertThat(buckets.below(asked)).isEqualTo(counted(all, asked));
            assertThat(buckets.below(Math.nextUp(asked))).isEqualTo(counted(all, Math.nextUp(asked)));
            assertThat(buckets.below(Math.nextDown(asked))).isEqualTo(counted(all, Math.nextDown(asked)));
        }
        assertThat(buckets.below(other)).isEqualTo(counted(all, other));
        for (double asked : new double[] {other, all.length == 0 ? other : all[all.length / 2]}) {
            boolean isOne = Arrays.stream(all).anyMatch(each -> each == asked);
            assertThat(buckets.place(asked)).isEqualTo(2 * counted(all, asked) + (isOne ? 1 : 0));
        }
    }

    private static int counted(double[] all, double asked) {
        return (int) Arrays.stream(all).filter(each -> each < asked).count();
    }

    @Example
    @Label("equal ones are counted each; of none, none is less")
    void equalsAndNone() {
        assertThat(of(1, 1, 1, 2, 2).below(2)).isEqualTo(3);
        assertThat(of(1, 1, 1, 2, 2).below(3)).isEqualTo(5);
        assertThat(of().below(7)).isZero();
        assertThat(of(-0.0, 0.0).below(0.0)).isZero();
        assertThat(of(-0.0, 0.0).below(-0.0)).isZero();
    }

    @Example
    @Label("many of either sign stand in their order")
    void eitherSign() {
        double[] all =
                IntStream.rangeClosed(-100, 100).mapToDouble(i -> i * 0.75).toArray();
        Buckets buckets = of(all);
        for (int i = 0; i < all.length; i++) {
            assertThat(buckets.below(all[i])).isEqualTo(i);
            assertThat(buckets.below(all[i] + 0.5)).isEqualTo(i + 1);
        }
    }
}
