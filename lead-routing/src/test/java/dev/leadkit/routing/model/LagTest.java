package dev.leadkit.routing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Units of lag")
final class LagTest {

    @Test
    @DisplayName("are so many that a lead can be divided among any 36 without a rest")
    void multiple() {
        for (int i = 1; i <= 36; i++) {
            assertThat(Lag.ONE_LEAD % i).isZero();
        }
        assertThat(Lag.ONE_LEAD % 37).isNotZero();
    }

    @Test
    @DisplayName("are divided by weight, and the first get what is left, of a debt as well")
    void parts() {
        assertThat(Lag.parts(10, 1, 1, 1)).containsExactly(4, 3, 3);
        assertThat(Lag.parts(11, 1, 1, 1)).containsExactly(4, 4, 3);
        assertThat(Lag.parts(10, 3, 7)).containsExactly(3, 7);
        assertThat(Lag.parts(-10, 1, 1, 1)).containsExactly(-3, -3, -4);
        assertThat(Lag.parts(0, 2, 5)).containsExactly(0, 0);
        assertThat(Lag.parts(5, 9)).containsExactly(5);
    }

    @Test
    @DisplayName("are divided among somebody only, by weights of more than nothing and of bounded sum")
    void refused() {
        assertThatThrownBy(() -> Lag.parts(1, 0)).hasMessage("weight must be more than 0, was 0");
        assertThatThrownBy(() -> Lag.parts(1, 3, -1)).hasMessage("weight must be more than 0, was -1");
        assertThatThrownBy(() -> Lag.parts(1)).hasMessage("weights must add up to 1 to 2147483647, were 0");
        assertThatThrownBy(() -> Lag.parts(1, Integer.MAX_VALUE, 1))
                .hasMessage("weights must add up to 1 to 2147483647, were 2147483648");
        assertThat(Lag.parts(7, Integer.MAX_VALUE)).containsExactly(7);
    }

    @Test
    @DisplayName("are told as leads with three decimals, half to even, without a sign but a minus")
    void words() {
        assertThat(Lag.words(Lag.ONE_LEAD / 3)).isEqualTo("0.333");
        assertThat(Lag.words(-2 * Lag.ONE_LEAD / 3)).isEqualTo("-0.667");
        assertThat(Lag.words(Lag.ONE_LEAD / 16)).isEqualTo("0.062");
        assertThat(Lag.words(12 * Lag.ONE_LEAD)).isEqualTo("12.000");
        assertThat(Lag.words(0)).isEqualTo("0.000");
    }
}
