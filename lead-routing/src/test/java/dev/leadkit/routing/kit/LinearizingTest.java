package dev.leadkit.routing.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class LinearizingTest {

    private static Linearizing.Call<AtomicInteger> increment(int answer, long from, long to) {
        return new Linearizing.Call<>("increment", AtomicInteger::incrementAndGet, answer, from, to);
    }

    private static boolean isPossible(List<Linearizing.Call<AtomicInteger>> calls) {
        return new Linearizing<>(AtomicInteger::new, calls).isPossible();
    }

    @Test
    @DisplayName("Calls that overlap may have happened in any order, those that do not in theirs only")
    void orders() {
        assertThat(isPossible(List.of(increment(2, 1, 4), increment(1, 2, 3)))).isTrue();
        assertThat(isPossible(List.of(increment(1, 1, 4), increment(2, 2, 3)))).isTrue();
        assertThat(isPossible(List.of(increment(1, 1, 2), increment(2, 3, 4)))).isTrue();
        assertThat(isPossible(List.of(increment(2, 1, 2), increment(1, 3, 4)))).isFalse();
        assertThat(isPossible(List.of(increment(1, 1, 4), increment(1, 2, 3)))).isFalse();
    }

    @Test
    @DisplayName("An order that starts well is given up if it does not go on")
    void backtracks() {
        assertThat(isPossible(List.of(increment(1, 1, 9), increment(2, 1, 9), increment(3, 1, 2))))
                .isTrue();
        assertThat(isPossible(List.of(increment(1, 3, 9), increment(2, 3, 9), increment(3, 1, 2))))
                .isFalse();
    }
}
