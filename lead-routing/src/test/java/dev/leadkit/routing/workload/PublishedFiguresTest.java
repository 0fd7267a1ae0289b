package dev.leadkit.routing.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.model.Lag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is known of other rules, counted in whole numbers: with weights that add up to W, a rep of weight w who took x of n leads
 * is (n w - x W) / W leads behind.
 */
final class PublishedFiguresTest {

    /** The greatest distances that anybody was behind and ahead after any lead, in parts of a lead of which the total weight makes one. */
    private record Worst(long behind, long ahead) {}

    private static Worst worst(int[] takers, int... weights) {
        long total = Arrays.stream(weights).sum();
        long[] lags = new long[weights.length];
        long behind = 0;
        long ahead = 0;
        for (int taker : takers) {
            Arrays.setAll(lags, i -> lags[i] + weights[i] - (i == taker ? total : 0));
            behind = Math.max(behind, Arrays.stream(lags).max().orElseThrow());
            ahead = Math.max(ahead, -Arrays.stream(lags).min().orElseThrow());
        }
        return new Worst(behind, ahead);
    }

    /** Who takes one lead after the other by one of our rankings. */
    private static int[] ours(FieldRanking ranking, int leads, int... weights) {
        long[] lags = new long[weights.length];
        Field field = new Field(weights.length);
        return IntStream.range(0, leads)
                .map(lead -> {
                    field.clear();
                    IntStream.range(0, weights.length)
                            .forEach(i -> field.standing(field.add(i, weights[i], 1), 0, lags[i], 0));
                    field.rank(ranking, 1, rep -> rep);
                    int winner = field.best(0);
                    Arrays.setAll(lags, i -> lags[i] + field.share(i) - (i == winner ? Lag.ONE_LEAD : 0));
                    return winner;
                })
                .toArray();
    }

    /** Add the weights, take the first of the greatest, subtract the total. */
    private static int[] nginx(int leads, int... weights) {
        long total = Arrays.stream(weights).sum();
        long[] current = new long[weights.length];
        return IntStream.range(0, leads)
                .map(lead -> {
                    Arrays.setAll(current, i -> current[i] + weights[i]);
                    int best = first(weights.length, (a, b) -> Long.compare(current[b], current[a]));
                    current[best] -= total;
                    return best;
                })
                .toArray();
    }

    /** Lowest x / w, a plain pointer, or with one more lowest (x + 1) / w, the earliest deadline. */
    private static int[] lowest(int more, int leads, int... weights) {
        long[] taken = new long[weights.length];
        return IntStream.range(0, leads)
                .map(lead -> {
                    int best = first(
                            weights.length,
                            (a, b) -> Long.compare((taken[a] + more) * weights[b], (taken[b] + more) * weights[a]));
                    taken[best]++;
                    return best;
                })
                .toArray();
    }

    private static int first(int size, Comparator<Integer> order) {
        return IntStream.range(0, size).boxed().min(order).orElseThrow();
    }

    private static long[] counts(int[] takers, int reps) {
        long[] counts = new long[reps];
        Arrays.stream(takers).forEach(taker -> counts[taker]++);
        return counts;
    }

    /** That it does not stay within one lead is known of it; that nobody is a whole lead ahead is proved. */
    @Test
    @DisplayName(
            "nginx's smooth rule falls 1.352 leads behind with weights of 1, 100, 1, 100, 1, 10, 3, 10, 1, ours of that name as far, and neither is a lead ahead")
    void smooth() {
        int[] weights = {1, 100, 1, 100, 1, 10, 3, 10, 1};
        int total = 227;
        Worst ofNginx = worst(nginx(total, weights), weights);

        assertThat(ofNginx.behind() * 1_000 / total).isEqualTo(1_352);
        assertThat(ofNginx.ahead()).isLessThan(total);
        assertThat(worst(ours(Rankings.smoothWeighted(), total, weights), weights))
                .isEqualTo(ofNginx);
        assertThat(counts(nginx(total, weights), weights.length))
                .isEqualTo(Arrays.stream(weights).asLongStream().toArray());
        assertFair(weights);
    }

    /** 1 - 1/(2k - 2) of a lead. */
    private static void assertFair(int... weights) {
        int total = Arrays.stream(weights).sum();
        long twice = 2L * weights.length - 2;
        Worst fair = worst(ours(Rankings.fairShare(), total, weights), weights);
        assertThat(Math.max(fair.behind(), fair.ahead()) * twice).isLessThanOrEqualTo((twice - 1) * total);
    }

    /**
     * By the pointer all start level, and the last one, of weight 1000, has nothing when 31 others have one lead each. By the
     * deadline that one takes all until its next deadline is no earlier than that of the others, 1, which is after 999 leads.
     */
    @Test
    @DisplayName(
            "a plain pointer leaves one of 32 reps 30 leads behind, the earliest deadline lets one run 30 ahead, and the fair share neither")
    void drift() {
        int[] weights = IntStream.range(0, 32).map(i -> i == 31 ? 1_000 : 1).toArray();
        int total = 1_031;

        assertThat(worst(lowest(0, total, weights), weights).behind()).isEqualTo(31L * 1_000);
        assertThat(worst(lowest(1, total, weights), weights).ahead()).isEqualTo(999L * 31);
        assertFair(weights);
    }

    @Property(tries = 200)
    void smoothWeightedIsExactAfterTheTotalWeightOverTheGreatestCommonDivisor(@ForAll long seed) {
        Random random = new Random(seed);
        int times = 1 + random.nextInt(9);
        int[] parts = IntStream.range(0, 1 + random.nextInt(7))
                .map(i -> 1 + random.nextInt(20))
                .toArray();
        int cycle = Arrays.stream(parts).sum();
        int[] weights = Arrays.stream(parts).map(part -> part * times).toArray();

        assertThat(counts(ours(Rankings.smoothWeighted(), cycle, weights), weights.length))
                .isEqualTo(Arrays.stream(parts).asLongStream().toArray());
    }

    /**
     * Balinski and Young, "Fair Representation" (1982): no rule stays within a lead of the share and also never takes a lead from
     * somebody whose weight is raised to give it to one whose weight is not. So nobody may ask for both; here is such a case.
     */
    @Test
    @DisplayName(
            "the fair share stays within a lead, and so a raise of a weight can move a lead to another whose weight is as it was")
    void raise() {
        long[] before = counts(ours(Rankings.fairShare(), 11, 8, 1, 1, 11), 4);
        long[] after = counts(ours(Rankings.fairShare(), 11, 9, 1, 1, 11), 4);

        assertThat(after[0]).isLessThan(before[0]);
        assertThat(after[1] + after[2]).isGreaterThan(before[1] + before[2]);
        assertThat(after[3]).isEqualTo(before[3]);
    }
}
