package dev.leadkit.scoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.StabilityIndex;
import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A distribution is compared by the bins that the earlier leads make")
final class DistributionTest {

    private static Distribution of(List<? extends Comparable<?>> values, int missing) {
        Distribution distribution = new Distribution(FieldType.TEXT);
        values.forEach(value -> distribution.add(Optional.of(value)));
        Collections.nCopies(missing, Optional.<Long>empty()).forEach(distribution::add);
        return distribution;
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static List<String> often(String word, int times) {
        return Collections.nCopies(times, word);
    }

    private static <T> List<T> all(List<? extends T> first, List<? extends T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Test
    @DisplayName(
            "ordered values in ten ranges of as many leads each, what lies between or beyond in the nearest, missing apart")
    void ranges() {
        Distribution before = of(numbers(1, 20), 3);
        Distribution after = of(List.of(0L, 2L, 3L, 20L, 21L, 99L), 5);
        assertThat(before.index(after))
                .isEqualTo(StabilityIndex.of(
                        List.of(3L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L, 2L),
                        List.of(5L, 2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 3L)))
                .isPresent();
    }

    @Test
    @DisplayName("a value of very many leads has one range, and the next begins where its share ends")
    void heavy() {
        Distribution before = of(all(Collections.nCopies(50, 1L), numbers(2, 51)), 0);
        Distribution after = of(all(Collections.nCopies(10, 1L), numbers(2, 12)), 0);
        // of 100 leads 50 have the first value: the tenths from the 51st on begin at 2, 12, 22, 32 and 42
        assertThat(before.index(after))
                .isEqualTo(StabilityIndex.of(List.of(50L, 10L, 10L, 10L, 10L, 10L), List.of(10L, 10L, 1L, 0L, 0L, 0L)))
                .isPresent();
    }

    @Test
    @DisplayName(
            "the nineteen most frequent words each by itself, of equally many the first by name, all others together")
    void words() {
        List<String> names =
                LongStream.rangeClosed(10, 29).mapToObj(i -> "w" + i).toList();
        Distribution before = of(all(names, often("zz", 5)), 0);
        Distribution after = of(all(List.of("w27", "w28", "w29", "new"), often("zz", 2)), 1);
        // zz and w10 to w27 are named
        List<Long> named = new ArrayList<>(Collections.nCopies(17, 1L));
        List<Long> none = new ArrayList<>(Collections.nCopies(17, 0L));
        named.addAll(List.of(1L, 5L, 2L, 0L));
        none.addAll(List.of(1L, 2L, 3L, 1L));
        assertThat(before.index(after))
                .isEqualTo(StabilityIndex.of(named, none))
                .isPresent();
    }

    @Test
    @DisplayName("answers like words")
    void answers() {
        assertThat(of(List.of(true, true, false), 1).index(of(List.of(false), 2)))
                .isEqualTo(StabilityIndex.of(List.of(2L, 1L, 1L), List.of(0L, 1L, 2L)))
                .isPresent();
    }

    @Test
    @DisplayName("and not at all without leads, or where all have one value")
    void nothing() {
        assertThat(of(List.<Long>of(), 0).index(of(numbers(1, 9), 0))).isEmpty();
        assertThat(of(numbers(1, 9), 0).index(of(List.<Long>of(), 0))).isEmpty();
        assertThat(of(List.of(4L, 4L), 0).index(of(List.of(4L), 0))).isEmpty();
        assertThat(of(List.of("a"), 0).index(of(List.of("a", "a"), 0))).isEmpty();
        assertThat(of(List.<Long>of(), 3).index(of(List.of(1L), 0)))
                .isEqualTo(StabilityIndex.of(List.of(3L, 0L), List.of(0L, 1L)))
                .isPresent();
    }
}
