package dev.leadkit.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.accuracy.Outcomes;
import dev.leadkit.lead.Points;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Bins against a search through all scores. */
final class ScoreBinsProperties {

    private static final long[] WIDTHS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    private static SortedMap<Points, Outcomes> distribution(List<Long> scores) {
        SortedMap<Points, Outcomes> all = new TreeMap<>();
        for (long units : scores) {
            all.merge(new Points(units), new Outcomes(1, units % 3 == 0 ? 2 : 0), Outcomes::plus);
        }
        return all;
    }

    private static long index(long units, long width) {
        return Math.floorDiv(units, width);
    }

    @Property(tries = 300)
    void everyScoreIsInTheBinOfItsRangeAndBinsFollowEachOther(
            @ForAll @Size(min = 1, max = 25) List<@LongRange(min = -4_000, max = 90_000) Long> scores) {
        List<ScoreBins.Bin> bins = ScoreBins.of(distribution(scores));
        long width = bins.get(0).to().units() - bins.get(0).from().units();
        for (int i = 0; i < bins.size(); i++) {
            long from = bins.get(i).from().units();
            assertThat(bins.get(i).to().units()).isEqualTo(from + width);
            assertThat(from).isEqualTo(bins.get(0).from().units() + i * width);
            List<Long> inside = scores.stream()
                    .filter(units -> units >= from && units < from + width)
                    .toList();
            assertThat(bins.get(i).outcomes().positives()).isEqualTo(inside.size());
            assertThat(bins.get(i).outcomes().negatives())
                    .isEqualTo(
                            2 * inside.stream().filter(units -> units % 3 == 0).count());
        }
        assertThat(bins.stream().mapToLong(bin -> bin.outcomes().positives()).sum())
                .isEqualTo(scores.size());
    }

    @Property(tries = 300)
    void theWidthIsTheSmallestRoundOneThatMakesAtMostTwenty(
            @ForAll @LongRange(min = -4_000, max = 90_000) long one,
            @ForAll @LongRange(min = 0, max = 3_000) long further) {
        List<ScoreBins.Bin> bins = ScoreBins.of(distribution(List.of(one, one + further)));
        long expected = LongStream.of(WIDTHS)
                .filter(width -> index(one + further, width) - index(one, width) + 1 <= 20)
                .findFirst()
                .orElseThrow();
        assertThat(bins.get(0).to().units() - bins.get(0).from().units()).isEqualTo(expected);
        assertThat(bins).hasSize((int) (index(one + further, expected) - index(one, expected) + 1));
    }

    @Example
    void twentyScoresInARowAreTwentyBinsAndTwentyOneAreEleven() {
        assertThat(ScoreBins.of(distribution(List.of(0L, 19L)))).hasSize(20);
        assertThat(ScoreBins.of(distribution(List.of(0L, 20L)))).hasSize(11);
        assertThat(ScoreBins.of(new TreeMap<>())).isEmpty();
        assertThat(ScoreBins.of(new TreeMap<>(Map.of(new Points(-7), new Outcomes(3, 4)))))
                .containsExactly(new ScoreBins.Bin(new Points(-7), new Points(-6), new Outcomes(3, 4)));
    }
}
