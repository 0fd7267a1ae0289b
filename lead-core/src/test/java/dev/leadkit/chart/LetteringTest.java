package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private static final Lettering LETTERS = new Lettering(10);

    @Property
    void shortenedTextFits(
            @ForAll @StringLength(max = 80) String text, @ForAll @IntRange(min = 10, max = 400) int room) {
        assertThat(LETTERS.width(LETTERS.shorten(text, room))).isLessThanOrEqualTo(room);
    }

    @Property
    void wrappedLinesFit(@ForAll @StringLength(max = 80) String text, @ForAll @IntRange(min = 10, max = 400) int room) {
        assertThat(LETTERS.wrap(text, room, 3))
                .hasSizeBetween(1, 3)
                .allSatisfy(line -> assertThat(LETTERS.width(line)).isLessThanOrEqualTo(room));
    }

    @Test
    void wrapsAtSpacesAndShortensTheLastLine() {
        assertThat(LETTERS.wrap("one two  three", 1000, 3)).isEqualTo(List.of("one two three"));
        assertThat(LETTERS.wrap("aaaa aaaa aaaa", 30, 3)).isEqualTo(List.of("aaaa", "aaaa", "aaaa"));
        assertThat(LETTERS.wrap("aaaa aaaa aaaa", 30, 2)).isEqualTo(List.of("aaaa", "aaa\u2026"));
    }

    @Test
    void whatIsReplacedIsMeasuredAsItsReplacement() {
        assertThat(LETTERS.width("\u0001\uFFFE\uD83D")).isEqualTo(LETTERS.width("\uFFFD\uFFFD\uFFFD"));
    }

    @Test
    void neverCutsACodePointInTwo() {
        assertThat(LETTERS.shorten("\uD83D\uDE00".repeat(3), 20)).isEqualTo("\uD83D\uDE00\u2026");
    }
}
