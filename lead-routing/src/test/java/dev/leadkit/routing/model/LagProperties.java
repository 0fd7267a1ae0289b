package dev.leadkit.routing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Label("Units of lag")
final class LagProperties {

    @Property
    @Label("each part is the exact one rounded down, the first get what is left, and no unit is lost")
    void exact(@ForAll long units, @ForAll @Size(min = 1, max = 6) int[] any) {
        int[] weights = Arrays.stream(any)
                .map(each -> 1 + Math.floorMod(each, 300_000_000))
                .toArray();
        BigInteger total =
                BigInteger.valueOf(Arrays.stream(weights).asLongStream().sum());

        long[] parts = Lag.parts(units, weights);

        long left = units;
        for (int weight : weights) {
            left -= floor(units, weight, total);
        }
        for (int i = 0; i < parts.length; i++) {
            assertThat(parts[i]).isEqualTo(floor(units, weights[i], total) + (i < left ? 1 : 0));
        }
        assertThat(Arrays.stream(parts).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(units));
    }

    private static long floor(long units, int weight, BigInteger total) {
        BigInteger[] both =
                BigInteger.valueOf(units).multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
        return both[0].longValueExact() - (both[1].signum() < 0 ? 1 : 0);
    }

    @Property(tries = 100)
    @Label("the rest goes to the first, one each")
    void rest(@ForAll @IntRange(min = 0, max = 1_000) int units, @ForAll @IntRange(min = 1, max = 50) int heads) {
        int[] weights = new int[heads];
        Arrays.fill(weights, 1);

        long[] parts = Lag.parts(units, weights);

        for (int i = 0; i < heads; i++) {
            assertThat(parts[i]).isEqualTo(units / heads + (i < units % heads ? 1 : 0));
        }
    }
}
