package dev.leadkit.routing.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.routing.model.Candidate;
import dev.leadkit.routing.model.Lag;
import dev.leadkit.routing.model.Rep;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Runs the ranking lead by lead, with lags kept here, and compares with exact fractions. */
final class FairShareProperties {

    private final FieldRanking ranking = Rankings.fairShare();

    /** A pool that takes leads and keeps its lags as a ledger does. */
    private final class Pool {

        private final List<Rep> reps;
        private final long[] lags;
        private final long[] taken;
        private final Random ties;

        Pool(List<Integer> weights, long seed) {
            this.reps = IntStream.range(0, weights.size())
                    .mapToObj(i -> Rep.of(String.format("rep-%03d", i), 1).weighing(weights.get(i)))
                    .toList();
            this.lags = new long[reps.size()];
            this.taken = new long[reps.size()];
            this.ties = new Random(seed);
        }

        int take(BitSet present) {
            Field field = new Field(reps.size());
            present.stream().forEach(i -> {
                int place = field.add(i, reps.get(i).weight(), 1);
                field.standing(place, 0, lags[i], 0);
            });
            long[] lots = ties.longs(reps.size()).toArray();
            field.rank(ranking, 1, rep -> lots[rep]);
            int winner = field.rep(field.best(0));
            for (int i = 0; i < field.size(); i++) {
                lags[field.rep(i)] += field.share(i);
            }
            lags[winner] -= Lag.ONE_LEAD;
            taken[winner]++;
            return winner;
        }

        BitSet everybody() {
            BitSet all = new BitSet();
            all.set(0, reps.size());
            return all;
        }
    }

    @Provide
    Arbitrary<List<Integer>> skewedWeights() {
        return Arbitraries.of(1, 1, 1, 2, 3, 7, 10, 11, 60, 100, 997)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void aFixedPoolStaysWithinTijdemansBoundAtEveryLead(
            @ForAll("skewedWeights") List<Integer> weights, @ForAll long seed) {
        assertBound(weights, seed, 600);
    }

    @Example
    void theKnownCounterexamplesOfOtherRulesStayWithinTheBound() {
        assertBound(List.of(1, 1, 1, 11, 11), 1, 5_000);
        assertBound(List.of(1, 100, 1, 100, 1, 10, 3, 10, 1), 2, 5_000);
        assertBound(List.of(1, 1), 3, 5_000);
        assertBound(List.of(1, Rep.MOST_WEIGHT), 4, 25_000);
    }

    @Example
    void aLargePoolStaysWithinTheBound() {
        Random random = new Random(30);
        List<Integer> weights = IntStream.range(0, 30)
                .mapToObj(i -> List.of(1, 2, 3, 5, 20, 60).get(random.nextInt(6)))
                .toList();
        assertBound(weights, 30, 5_000);
    }

    /** |n w / W - x| <= 1 - 1 / (2k - 2), in whole numbers: |n w - x W| (2k - 2) <= (2k - 3) W. */
    private void assertBound(List<Integer> weights, long seed, int leads) {
        Pool pool = new Pool(weights, seed);
        long total = weights.stream().mapToLong(Integer::longValue).sum();
        long twice = 2L * weights.size() - 2;
        for (long n = 1; n <= leads; n++) {
            pool.take(pool.everybody());
            for (int i = 0; i < weights.size(); i++) {
                long off = Math.abs(n * weights.get(i) - pool.taken[i] * total);
                assertThat(off * twice)
                        .as("rep %s of %s after %s leads", i, weights, n)
                        .isLessThanOrEqualTo((twice - 1) * total);
            }
        }
    }

    @Property(tries = 200)
    void afterAWholeCycleEachHasExactlyTheWeight(@ForAll("skewedWeights") List<Integer> weights, @ForAll long seed) {
        Pool pool = new Pool(weights, seed);
        int total = weights.stream().mapToInt(Integer::intValue).sum();

        IntStream.range(0, total).forEach(n -> pool.take(pool.everybody()));

        assertThat(pool.taken)
                .isEqualTo(weights.stream().mapToLong(Integer::longValue).toArray());
    }

    @Property(tries = 200)
    void inChangingPoolsLagsAddUpToNothingAndStaySmall(
            @ForAll("skewedWeights") List<Integer> weights, @ForAll long seed) {
        Pool pool = new Pool(weights, seed);
        Random random = new Random(seed);
        for (int n = 0; n < 400; n++) {
            long[] before = pool.lags.clone();
            BitSet present = present(weights.size(), random);
            pool.take(present);
            assertThat(LongStream.of(pool.lags).sum()).isZero();
            for (int i = 0; i < weights.size(); i++) {
                assertThat(Math.abs(pool.lags[i])).isLessThanOrEqualTo(weights.size() * Lag.ONE_LEAD);
                if (!present.get(i)) {
                    assertThat(pool.lags[i]).isEqualTo(before[i]);
                }
            }
        }
    }

    private static BitSet present(int reps, Random random) {
        BitSet present = new BitSet();
        IntStream.range(0, reps).filter(i -> random.nextInt(10) < 6).forEach(present::set);
        if (present.isEmpty()) {
            present.set(random.nextInt(reps));
        }
        return present;
    }

    @Example
    void underRandomEligibilityNobodyIsTwoLeadsOff() {
        Random random = new Random(7);
        Pool pool = new Pool(
                IntStream.range(0, 20)
                        .mapToObj(i -> List.of(1, 2, 3, 5, 20, 60).get(random.nextInt(6)))
                        .toList(),
                7);
        for (int n = 0; n < 6_000; n++) {
            pool.take(present(20, random));
            assertThat(Arrays.stream(pool.lags).map(Math::abs).max().orElseThrow())
                    .isLessThan(2 * Lag.ONE_LEAD);
        }
    }

    @Example
    void whoComesBackFromAnAbsenceIsNotFlooded() {
        Pool pool = new Pool(List.of(1, 1, 1, 1), 1);
        BitSet without = pool.everybody();
        without.clear(0);
        IntStream.range(0, 100).forEach(n -> pool.take(pool.everybody()));
        IntStream.range(0, 400).forEach(n -> pool.take(without));
        long before = pool.taken[0];

        IntStream.range(0, 8).forEach(n -> pool.take(pool.everybody()));

        assertThat(pool.taken[0] - before).isBetween(1L, 3L);
    }

    /** Sums and comparisons of the largest pool must fit the numbers' range. */
    @Example
    void theLargestPoolAddsUpToOneLead() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            candidates.add(new Candidate(
                    Rep.of(String.format("rep-%05d", i), 1).weighing(i % 2 == 0 ? Rep.MOST_WEIGHT : 9_973),
                    0,
                    i - 5_000));
        }
        Field field = field(candidates);

        BigInteger sum = IntStream.range(0, 10_000)
                .mapToObj(place -> BigInteger.valueOf(field.share(place)))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(sum).isEqualTo(BigInteger.valueOf(Lag.ONE_LEAD));
        assertThat(IntStream.range(0, 10_000).boxed().sorted(field::byFigures).toList())
                .hasSize(10_000);
    }

    @Property(tries = 300)
    void theOrderIsThatOfExactFractions(@ForAll("skewedWeights") List<Integer> weights, @ForAll long seed) {
        Pool pool = new Pool(weights, seed);
        Random random = new Random(seed);
        IntStream.range(0, 50).forEach(n -> pool.take(present(weights.size(), random)));
        List<Candidate> candidates = IntStream.range(0, weights.size())
                .mapToObj(i -> new Candidate(pool.reps.get(i), 0, pool.lags[i]))
                .toList();
        Field field = field(candidates);
        Comparator<Candidate> naive = naive(candidates, candidate -> field.share(candidates.indexOf(candidate)));

        for (int a = 0; a < candidates.size(); a++) {
            for (int b = 0; b < candidates.size(); b++) {
                assertThat(Integer.signum(field.byFigures(a, b)))
                        .isEqualTo(Integer.signum(naive.compare(candidates.get(a), candidates.get(b))));
            }
        }
    }

    private Field field(List<Candidate> candidates) {
        Field field = new Field(candidates.size());
        candidates.forEach(each -> {
            int place = field.add(field.size(), each.rep().weight(), 1);
            field.standing(place, each.open(), each.lag(), 0);
        });
        field.rank(ranking, 1, rep -> rep);
        return field;
    }

    /** The rule as its documentation says it, over BigInteger fractions. */
    private static Comparator<Candidate> naive(List<Candidate> all, ToLongFunction<Candidate> share) {
        BigInteger one = BigInteger.valueOf(Lag.ONE_LEAD);
        BigInteger twice = BigInteger.valueOf(2L * all.size() - 2);
        BigInteger bound = one.multiply(twice.subtract(BigInteger.ONE));
        Comparator<Candidate> furthest = Comparator.comparing(each -> -each.lag() - share.applyAsLong(each));
        if (all.stream()
                .anyMatch(each -> BigInteger.valueOf(each.lag()).multiply(twice).compareTo(bound) > 0)) {
            return furthest;
        }
        Comparator<Candidate> deadline = (a, b) -> slack(a, twice, bound)
                .multiply(BigInteger.valueOf(share.applyAsLong(b)))
                .compareTo(slack(b, twice, bound).multiply(BigInteger.valueOf(share.applyAsLong(a))));
        return (a, b) -> {
            boolean first = released(a, share, twice, one);
            boolean second = released(b, share, twice, one);
            return first != second ? (first ? -1 : 1) : first ? deadline.compare(a, b) : furthest.compare(a, b);
        };
    }

    private static BigInteger slack(Candidate candidate, BigInteger twice, BigInteger bound) {
        return bound.subtract(BigInteger.valueOf(candidate.lag()).multiply(twice));
    }

    private static boolean released(
            Candidate candidate, ToLongFunction<Candidate> share, BigInteger twice, BigInteger one) {
        return BigInteger.valueOf(candidate.lag() + share.applyAsLong(candidate))
                        .multiply(twice)
                        .compareTo(one)
                >= 0;
    }

    @Example
    void oneLeadIsTheLeastCommonMultipleOfOneToThirtySix() {
        BigInteger multiple = BigInteger.ONE;
        for (int i = 1; i <= 36; i++) {
            BigInteger next = BigInteger.valueOf(i);
            multiple = multiple.multiply(next).divide(multiple.gcd(next));
        }
        assertThat(BigInteger.valueOf(Lag.ONE_LEAD)).isEqualTo(multiple);
    }
}
