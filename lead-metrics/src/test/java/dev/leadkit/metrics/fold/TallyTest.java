package dev.leadkit.metrics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TallyTest {

    @Test
    void aKeyCountedDownToNothingIsForgotten() {
        Tally<String> tally = new Tally<>();
        tally.add("a", 2);
        tally.add("a", -2);
        assertThat(tally).isEqualTo(new Tally<String>());
        assertThat(tally.counts()).isEmpty();
    }

    @Test
    void ranksRunThroughTheKeysInTheirOrder() {
        Tally<Long> tally = new Tally<>();
        tally.add(30L, 1);
        tally.add(10L, 2);
        assertThat(new long[] {tally.at(1), tally.at(2), tally.at(3)}).containsExactly(10, 10, 30);
        assertThatThrownBy(() -> tally.at(4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tally.at(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverflowIsNotSwallowed() {
        Tally<String> tally = new Tally<>();
        tally.add("a", Long.MAX_VALUE);
        assertThatThrownBy(() -> tally.add("a", 1)).isInstanceOf(ArithmeticException.class);
    }
}
