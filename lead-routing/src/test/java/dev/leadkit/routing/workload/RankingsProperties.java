package dev.leadkit.routing.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.model.Lag;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The laws of the rankings beside the fair share, and the published counterexamples. */
final class RankingsProperties {

    /** Takes a lead among those of a bit mask; the accounts move as a ledger moves them. Nobody: -1. */
    private static int take(FieldRanking ranking, State state, int mask, FieldLots lots) {
        Field field = new Field(state.weights.length);
        for (int i = 0; i < state.weights.length; i++) {
            if ((mask >> i & 1) != 0 && state.open[i] < state.capacities[i]) {
                int place = field.add(i, state.weights[i], state.capacities[i]);
                field.standing(place, state.open[i], state.lags[i], state.last[i]);
            }
        }
        if (field.size() == 0) {
            return -1;
        }
        field.rank(ranking, 1, lots::of);
        int winner = field.rep(field.best(0));
        if (field.keepsAccount()) {
            IntStream.range(0, field.size()).forEach(place -> state.lags[field.rep(place)] += field.share(place));
            state.lags[winner] -= Lag.ONE_LEAD;
        }
        state.open[winner]++;
        state.last[winner] = ++state.clock;
        return winner;
    }

    @FunctionalInterface
    private interface FieldLots {
        long of(int rep);
    }

    private static final class State {
        private final int[] weights;
        private final int[] capacities;
        private final int[] open;
        private final long[] lags;
        private final long[] last;
        private long clock;

        State(int[] weights, int[] capacities) {
            this.weights = weights;
            this.capacities = capacities;
            this.open = new int[weights.length];
            this.lags = new long[weights.length];
            this.last = new long[weights.length];
        }

        static State of(int... weights) {
            int[] room = new int[weights.length];
            Arrays.fill(room, Integer.MAX_VALUE);
            return new State(weights, room);
        }
    }

    private static int everybody(int... weights) {
        return (1 << weights.length) - 1;
    }

    /** Smooth weighted round robin, word for word: add the weights, take the first of the greatest, subtract the total. */
    @Property(tries = 200)
    void smoothWeightedIsThatOfNginx(@ForAll @Size(min = 1, max = 8) int[] seeds) {
        int[] weights =
                Arrays.stream(seeds).map(seed -> 1 + Math.floorMod(seed, 6)).toArray();
        int total = Arrays.stream(weights).sum();
        int[] current = new int[weights.length];
        State state = State.of(weights);
        for (int n = 0; n < 3 * total; n++) {
            int best = 0;
            for (int i = 0; i < weights.length; i++) {
                current[i] += weights[i];
                best = current[i] > current[best] ? i : best;
            }
            current[best] -= total;
            boolean exact = Lag.ONE_LEAD % total == 0;
            int taken = take(Rankings.smoothWeighted(), state, everybody(weights), rep -> 0);
            assertThat(!exact || taken == best).as("lead %s", n).isTrue();
            assertThat(LongStream.of(state.lags).min().orElseThrow()).isGreaterThan(-Lag.ONE_LEAD);
        }
        assertThat(IntStream.of(state.open).toArray())
                .isEqualTo(Arrays.stream(weights).map(weight -> 3 * weight).toArray());
    }

    @Example
    void smoothWeightedFallsMoreThanALeadBehindWhereTheFairShareDoesNot() {
        int[] weights = {1, 1, 1, 11, 11};
        State smooth = State.of(weights);
        State fair = State.of(weights);
        long worst = 0;
        for (int n = 0; n < 25; n++) {
            take(Rankings.smoothWeighted(), smooth, everybody(weights), rep -> 0);
            take(Rankings.fairShare(), fair, everybody(weights), rep -> 0);
            worst = Math.max(worst, LongStream.of(smooth.lags).max().orElseThrow());
            assertThat(LongStream.of(fair.lags).map(Math::abs).max().orElseThrow())
                    .isLessThanOrEqualTo(Lag.ONE_LEAD - Lag.ONE_LEAD / 8);
        }
        assertThat(worst).isEqualTo(Lag.ONE_LEAD / 25 * 26);
    }

    @Example
    void tenThousandHistoriesOfAbsenceKeepTheSumOfLagsAtNothing() {
        Random random = new Random(11);
        long largest = 0;
        for (int history = 0; history < 10_000; history++) {
            int[] weights = IntStream.range(0, 2 + random.nextInt(7))
                    .map(i -> 1 + random.nextInt(60))
                    .toArray();
            State state = State.of(weights);
            int present = everybody(weights);
            for (int n = 0; n < 40; n++) {
                present = random.nextInt(5) == 0 ? 1 + random.nextInt(everybody(weights)) : present;
                long[] before = state.lags.clone();
                take(Rankings.fairShare(), state, present, rep -> random.nextLong());
                assertThat(LongStream.of(state.lags).sum()).isZero();
                for (int i = 0; i < weights.length; i++) {
                    assertThat((present >> i & 1) != 0 || state.lags[i] == before[i])
                            .isTrue();
                    largest = Math.max(largest, Math.abs(state.lags[i]));
                }
            }
        }
        assertThat(largest).isLessThan(2 * Lag.ONE_LEAD);
    }

    @Property(tries = 100)
    void leastLoadedKeepsEqualRepsWithinOne(@ForAll @IntRange(min = 1, max = 9) int reps, @ForAll long seed) {
        int[] weights = new int[reps];
        Arrays.fill(weights, 1);
        State state = State.of(weights);
        Random random = new Random(seed);
        for (int n = 0; n < 60; n++) {
            take(Rankings.leastLoaded(), state, everybody(weights), rep -> random.nextLong());
            assertThat(IntStream.of(state.open).max().orElseThrow()
                            - IntStream.of(state.open).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 100)
    void longestWaitingIsTurnByTurn(@ForAll @IntRange(min = 1, max = 9) int reps, @ForAll long seed) {
        int[] weights = new int[reps];
        Arrays.fill(weights, 1);
        State state = State.of(weights);
        Random random = new Random(seed);
        int[] first = new int[reps];
        for (int n = 0; n < 5 * reps; n++) {
            int winner = take(Rankings.longestWaiting(), state, everybody(weights), rep -> random.nextLong());
            if (n < reps) {
                first[n] = winner;
            }
            assertThat(winner).isEqualTo(first[n % reps]);
        }
    }

    /** Published: by the ratio, one more unit of capacity leaves one lead fewer placed; by the number of open leads it does not. */
    @Example
    void moreCapacityPlacesFewerLeadsByTheRatioAndNotByTheNumber() {
        int[] eligible = {0xc, 0x9, 0xa, 0xb, 0xe, 0xa, 0x2, 0x3};

        assertThat(placed(Rankings.leastLoadedRelative(), eligible, 2, 2, 3, 3)).isEqualTo(8);
        assertThat(placed(Rankings.leastLoadedRelative(), eligible, 2, 2, 3, 4)).isEqualTo(7);
        assertThat(placed(Rankings.leastLoaded(), eligible, 2, 2, 3, 4))
                .isGreaterThanOrEqualTo(placed(Rankings.leastLoaded(), eligible, 2, 2, 3, 3));
    }

    /** How many leads find a place, one after the other; of reps who are level the first takes the lead. */
    private static long placed(FieldRanking ranking, int[] eligible, int... capacities) {
        State state = new State(new int[] {1, 1, 1, 1}, capacities);
        return IntStream.of(eligible)
                .map(mask -> take(ranking, state, mask, rep -> rep))
                .filter(winner -> winner >= 0)
                .count();
    }

    @Property(tries = 200)
    void relativeLoadComparesFractionsExactly(@ForAll @Size(min = 2, max = 6) int[] seeds) {
        int[] weights = new int[seeds.length];
        Arrays.fill(weights, 1);
        int[] capacities = Arrays.stream(seeds)
                .map(seed -> 1 + Math.floorMod(seed, 1_000_000))
                .toArray();
        State state = new State(weights, capacities);
        Random random = new Random(seeds[0]);
        IntStream.range(0, seeds.length).forEach(i -> state.open[i] = random.nextInt(capacities[i]));
        int[] open = state.open.clone();

        int winner = take(Rankings.leastLoadedRelative(), state, everybody(weights), rep -> rep);

        for (int i = 0; i < seeds.length; i++) {
            assertThat((long) open[winner] * capacities[i]).isLessThanOrEqualTo((long) open[i] * capacities[winner]);
        }
    }
}
