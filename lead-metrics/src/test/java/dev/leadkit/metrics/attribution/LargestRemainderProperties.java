package dev.leadkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

final class LargestRemainderProperties {

    @Property
    void thePartsAddUpAndEachIsItsShareRoundedUpOrDown(
            @ForAll long whole, @ForAll @Size(min = 1, max = 9) List<@LongRange(min = 0, max = 1L << 52) Long> some) {
        long[] weights = some.stream().mapToLong(weight -> weight).toArray();
        long all = Arrays.stream(weights).sum();
        Assume.that(all > 0);
        long[] parts = LargestRemainder.split(whole, weights);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = BigDecimal.valueOf(whole)
                    .multiply(BigDecimal.valueOf(weights[i]))
                    .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
            assertThat(exact.subtract(BigDecimal.valueOf(parts[i])).abs()).isLessThan(BigDecimal.ONE);
            sum = sum.add(BigDecimal.valueOf(parts[i]));
        }
        assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(whole));
    }

    @Example
    void theLargestRemaindersAreServedFirstAndOfEqualOnesTheEarlier() {
        assertThat(LargestRemainder.split(10, new long[] {10, 35, 55})).containsExactly(1, 4, 5);
        assertThat(LargestRemainder.split(10, new long[] {14, 33, 53})).containsExactly(2, 3, 5);
        assertThat(LargestRemainder.split(5, new long[] {1, 1, 1})).containsExactly(2, 2, 1);
        assertThat(LargestRemainder.split(-5, new long[] {1, 1, 1})).containsExactly(-2, -2, -1);
        assertThat(LargestRemainder.split(Long.MIN_VALUE, new long[] {0, 7})).containsExactly(0, Long.MIN_VALUE);
    }
}
