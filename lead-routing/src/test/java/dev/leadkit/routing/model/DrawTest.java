package dev.leadkit.routing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A draw")
final class DrawTest {

    /** What SplitMix64 gives first from 0, as published with it. */
    private static final long FIRST_OF_0 = 0xE220A8397B1DCDAFL;

    @Test
    @DisplayName("hashes texts by FNV-1a, as its test vectors say")
    void vectors() {
        assertThat(Draw.hash("")).isEqualTo(0xcbf29ce484222325L);
        assertThat(Draw.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
        assertThat(Draw.hash("foobar")).isEqualTo(0x85944171f73967e8L);
    }

    @Test
    @DisplayName("mixes by the finalizer of SplitMix64, as its published outputs from 1234567 say")
    void mixes() {
        long step = 0x9e3779b97f4a7c15L;

        assertThat(Draw.of(0, 1_234_567 - FIRST_OF_0)).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(Draw.of(0, 1_234_567 + step - FIRST_OF_0)).isEqualTo(3_203_168_211_198_807_973L);
        assertThat(Draw.of(1_234_567, -6_457_827_717_110_365_317L)).isEqualTo(FIRST_OF_0);
    }

    @Test
    @DisplayName("of a text is that of its hash")
    void text() {
        assertThat(Draw.of(7, "rep-1"))
                .isEqualTo(Draw.of(7, Draw.hash("rep-1")))
                .isNotEqualTo(Draw.of(8, "rep-1"));
    }
}
