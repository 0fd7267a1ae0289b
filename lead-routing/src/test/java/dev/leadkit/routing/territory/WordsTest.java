package dev.leadkit.routing.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    @DisplayName("texts of the same hash are told apart, of the same length or not")
    void sameHash() {
        Map<Integer, String> byHash = new HashMap<>();
        int pairs = 0;
        int ofOtherLength = 0;
        for (int i = 0; i < 600_000; i++) {
            String text = Long.toString(i * 7_919L, 36);
            String other = byHash.put(Words.hash(Words.ANY, text), text);
            if (other != null) {
                Words words = new Words();
                assertThat(words.add(other)).isZero();
                assertThat(words.find(text)).as("%s and %s", text, other).isEqualTo(Words.NONE);
                assertThat(words.add(text)).isEqualTo(1);
                assertThat(words.find(other)).isZero();
                assertThat(words.find(text)).isEqualTo(1);
                pairs++;
                ofOtherLength += text.length() == other.length() ? 0 : 1;
            }
        }
        assertThat(pairs).isGreaterThan(5);
        assertThat(ofOtherLength).isBetween(1, pairs - 1);
    }

    @Test
    @DisplayName("texts that differ in little are spread like any others, and those of another scope lie elsewhere")
    void spread() {
        Set<Integer> hashes = new HashSet<>();
        Set<Integer> slots = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            int hash = Words.hash(i % 2, "name-" + i / 2);
            hashes.add(hash);
            slots.add(hash & 0xFFFF);
        }
        assertThat(hashes).hasSizeGreaterThan(19_900);
        assertThat(slots).as("of 65,536; by chance some 17,200").hasSizeGreaterThan(16_500);
    }
}
