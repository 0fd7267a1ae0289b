package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Currency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WideTest {

    @Test
    void sumsMayBeFarBeyondLong() {
        Counts counts = new Counts();
        BigInteger huge = BigInteger.TEN.pow(40).add(BigInteger.ONE);
        Wide.add(counts, 3, huge, 1);
        Wide.add(counts, 3, huge, 1);
        Wide.add(counts, 3, BigInteger.valueOf(-7), 1);
        assertThat(Wide.total(counts, 3)).isEqualTo(huge.shiftLeft(1).subtract(BigInteger.valueOf(7)));
        Wide.add(counts, 3, huge, -2);
        assertThat(Wide.total(counts, 3)).isEqualTo(BigInteger.valueOf(-7));
        Wide.add(counts, 3, BigInteger.valueOf(-7), -1);
        assertThat(counts.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @DisplayName("A term of any size is added as often as wished, and taken back")
    @ValueSource(longs = {0, 1, -1, 4_294_967_295L, 4_294_967_296L, -4_294_967_296L, Long.MAX_VALUE, Long.MIN_VALUE})
    void anyLong(long term) {
        Counts counts = new Counts();
        Wide.add(counts, 2, term, 1);
        Wide.add(counts, 2, term, 1);
        assertThat(Wide.total(counts, 2)).isEqualTo(BigInteger.valueOf(term).shiftLeft(1));
        Wide.add(counts, 2, term, -1);
        Wide.add(counts, 2, term, -1);
        assertThat(counts).isEqualTo(new Counts());
    }

    @Test
    @DisplayName("A small sum is one plain count, and an amount of money has the decimals of its currency")
    void small() {
        Counts counts = new Counts();
        Wide.add(counts, 1, 1_234, 1);
        assertThat(counts.count(1, 0)).isEqualTo(1_234);
        assertThat(Wide.amount(counts, 1, Currency.getInstance("EUR"))).isEqualTo("12.34");
        assertThat(Wide.amount(counts, 1, Currency.getInstance("JPY"))).isEqualTo("1234");
    }

    @Test
    @DisplayName("Plain counts of some keys are added up beyond the range of long")
    void plain() {
        Counts counts = new Counts();
        counts.add(0, 1, Long.MAX_VALUE);
        counts.add(0, 2, Long.MAX_VALUE);
        counts.add(0, 3, 7);
        assertThat(Wide.sum(counts, 0, key -> key < 3)).isEqualTo("18446744073709551614");
    }
}
