package dev.leadkit.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class RankedTest {

    private static final SortedMap<String, KpiResult> GROUPS =
            new TreeMap<>(Map.of("a", rate(1, 5), "b", rate(4, 9), "c", rate(2, 5), "d", rate(2, 7)));

    private static KpiResult rate(long numerator, long denominator) {
        return KpiResult.rate(
                new Definition("some/1", "Some."), Basis.of(numerator, denominator, new TreeMap<>()), "none");
    }

    @Test
    @DisplayName("The largest come first, equal ones by name, and the note says how many more there are")
    void largest() {
        Ranked three = Ranked.of(GROUPS, 3);
        assertThat(three.shown()).extracting(Map.Entry::getKey).containsExactly("b", "d", "a");
        assertThat(three.more()).isEqualTo(1);
        assertThat(three.note()).isEqualTo(", the largest 3 groups (1 more)");
        assertThat(Ranked.of(GROUPS, 4).shown()).extracting(Map.Entry::getKey).containsExactly("b", "d", "a", "c");
        assertThat(Ranked.of(GROUPS, 4).note()).isEmpty();
    }

    @Test
    @DisplayName("By numerator, too")
    void byNumerator() {
        Ranked three = Ranked.byNumerator(GROUPS, 3);
        assertThat(three.shown()).extracting(Map.Entry::getKey).containsExactly("b", "c", "d");
        assertThat(three.more()).isEqualTo(1);
        assertThat(Ranked.byNumerator(GROUPS, 9).shown())
                .extracting(Map.Entry::getKey)
                .containsExactly("b", "c", "d", "a");
        assertThat(Ranked.byNumerator(GROUPS, 9).more()).isZero();
    }
}
