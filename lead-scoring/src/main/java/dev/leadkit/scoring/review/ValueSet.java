package dev.leadkit.scoring.review;

import dev.leadkit.scoring.model.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which numbers of units points can be: every score is one of them, and where they are few, each of them is a score as far as
 * rules depend on nothing in common. They are the multiples of a step within ranges, strided intervals as in the value-set
 * analysis of Balakrishnan and Reps (2004). Where there would be too many ranges, those nearest to each other become one: the
 * set only grows by that, so that what it has not is never a score. Immutable.
 */
final class ValueSet {

    /** No points, and nothing else. */
    static final ValueSet ZERO = of(LongStream.of(0));

    /** The most ranges of a set. */
    static final int MOST_RANGES = 1_000;

    /** The most pairs of ranges that are added up to make a set. */
    private static final int MOST_PAIRS = 40 * MOST_RANGES;

    /** The greatest common divisor of all numbers; 0 where there is none but 0. */
    private final long step;

    /** In order, with ends that are multiples of the step, and more than a step between each and the next. */
    private final List<Reach> ranges;

    private ValueSet(long step, List<Reach> ranges) {
        this.step = step;
        this.ranges = ranges;
    }

    /** These numbers and no others. */
    static ValueSet of(LongStream units) {
        long[] all = units.toArray();
        long step = LongStream.of(all).reduce(0, ValueSet::divisor);
        return of(step, LongStream.of(all).mapToObj(Reach::of));
    }

    /** Nothing, the number, twice as many, and so on. */
    static ValueSet upTo(int times, long units) {
        return new ValueSet(Math.abs(units), List.of(Reach.of(times * units).or(Reach.NOTHING)));
    }

    /** Every number of a range. */
    static ValueSet all(Reach range) {
        return new ValueSet(1, List.of(range));
    }

    private static ValueSet of(long step, Stream<Reach> ranges) {
        List<Reach> sorted =
                ranges.sorted(Comparator.comparingLong(Reach::least)).toList();
        return new ValueSet(step, joined(sorted, step)).fewer(MOST_RANGES);
    }

    /** What is no further apart than a distance becomes one. */
    private static List<Reach> joined(List<Reach> sorted, long distance) {
        List<Reach> joined = new ArrayList<>();
        for (Reach next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && next.least() - joined.get(last).most() <= distance) {
                joined.set(last, joined.get(last).or(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** The numbers of the two that do not depend on each other, added up. */
    ValueSet plus(ValueSet other) {
        long both = divisor(step, other.step);
        ValueSet one = by(both);
        ValueSet two = other.by(both).fewer(Math.max(1, MOST_PAIRS / one.ranges.size()));
        return of(both, one.ranges.stream().flatMap(range -> two.ranges.stream().map(range::plus)));
    }

    private ValueSet or(ValueSet other) {
        long both = divisor(step, other.step);
        return of(both, Stream.concat(by(both).ranges.stream(), other.by(both).ranges.stream()));
    }

    /** What limits leave of the numbers. */
    ValueSet within(Limits limits) {
        Reach all = reach();
        Reach left = all.within(limits);
        if (left.equals(all)) {
            return this;
        }
        ValueSet ends = of(LongStream.of(left.least(), left.most()));
        return ends.or(new ValueSet(step, parts(left.least(), left.most()).toList()));
    }

    /** Whether some number lies within a range. */
    boolean meets(Reach range) {
        return parts(range.least(), range.most()).findAny().isPresent();
    }

    /** The gap between two numbers of the set that a number lies in, which is none of them and not beyond all of them. */
    Reach gap(long units) {
        Reach all = reach();
        long below = parts(all.least(), units).mapToLong(Reach::most).max().orElseThrow();
        long above = parts(units, all.most()).mapToLong(Reach::least).min().orElseThrow();
        return new Reach(below, above);
    }

    /** How low and how high the numbers are. */
    Reach reach() {
        return new Reach(ranges.get(0).least(), ranges.get(ranges.size() - 1).most());
    }

    private Stream<Reach> parts(long least, long most) {
        return ranges.stream()
                .filter(range -> range.most() >= least && range.least() <= most)
                .map(range -> new Reach(up(Math.max(range.least(), least)), down(Math.min(range.most(), most))))
                .filter(part -> part.least() <= part.most());
    }

    private long up(long units) {
        return -down(-units);
    }

    private long down(long units) {
        return units - Math.floorMod(units, Math.max(1, step));
    }

    /** The same numbers by a step that divides the own one; with some between where they are too many. */
    private ValueSet by(long divisor) {
        boolean few = divisor != step && count() <= MOST_RANGES;
        List<Reach> apart = few
                ? ranges.stream()
                        .flatMapToLong(this::numbers)
                        .mapToObj(Reach::of)
                        .toList()
                : ranges;
        return new ValueSet(divisor, apart);
    }

    private long count() {
        return ranges.stream()
                .mapToLong(range -> (range.most() - range.least()) / Math.max(1, step) + 1)
                .sum();
    }

    private LongStream numbers(Reach range) {
        return LongStream.iterate(range.least(), next -> next <= range.most(), next -> next + Math.max(1, step));
    }

    private ValueSet fewer(int most) {
        if (ranges.size() <= most) {
            return this;
        }
        long[] gaps = new long[ranges.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = ranges.get(i + 1).least() - ranges.get(i).most();
        }
        Arrays.sort(gaps);
        return new ValueSet(step, joined(ranges, gaps[ranges.size() - most - 1]));
    }

    private static long divisor(long one, long other) {
        return other == 0 ? Math.abs(one) : divisor(other, one % other);
    }
}
