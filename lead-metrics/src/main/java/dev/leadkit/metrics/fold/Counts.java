package dev.leadkit.metrics.fold;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of most KPIs: signed counts. Each is found by a <em>part</em>, a small number that the KPI gives to one histogram or
 * counter, and a <em>key</em> within it, such as a bucket of durations, a day or a score; a plain counter has the key 0. Beside them
 * stand how many were left out for which reason, and {@link #named counts of their own by name}, such as those of each source.
 *
 * <p>Counts form a commutative group under {@link #merge}: a count of 0 is the same as none, so equal contents are equal whatever
 * happened before. Sums of money are counts too: add the amount as {@code times}. Memory grows with the number of different keys, 17
 * bytes each at most half full. Mutable and not thread-safe.
 */
public final class Counts {

    static final int MOST_PARTS = 64;

    private @Nullable LongTally[] parts = new LongTally[2];
    private final Map<String, long[]> excluded = new HashMap<>(4);
    private Map<String, Counts> named = Map.of();

    /** Starts with no counts. */
    public Counts() {}

    /**
     * Counts a key so many times.
     *
     * @param part which histogram, from 0 to 63
     * @param key which key in it
     * @param times how often; below 0 takes back
     * @throws ArithmeticException if the count leaves the range of long
     */
    public void add(int part, long key, long times) {
        if (part >= parts.length) {
            parts = Arrays.copyOf(parts, Math.min(MOST_PARTS, Math.max(part + 1, 2 * parts.length)));
        }
        LongTally tally = parts[part];
        if (tally == null) {
            tally = new LongTally();
            parts[part] = tally;
        }
        tally.add(key, times);
    }

    /**
     * Counts something that was left out.
     *
     * @param reason why, in a few words without a full stop
     * @param times how often; below 0 takes back
     * @throws ArithmeticException if the count leaves the range of long
     */
    public void exclude(String reason, long times) {
        long[] count = excluded.get(reason);
        if (count == null) {
            count = new long[1];
            excluded.put(reason, count);
        }
        count[0] = Math.addExact(count[0], times);
    }

    /**
     * Counts of their own.
     *
     * @param name of what
     * @return the live counts of that name; made if there are none, and no different from none while nothing is counted
     */
    public Counts named(String name) {
        Counts counts = named.get(name);
        if (counts == null) {
            named = named.isEmpty() ? new HashMap<>() : named;
            counts = new Counts();
            named.put(name, counts);
        }
        return counts;
    }

    /**
     * All counts of their own that count anything.
     *
     * @return the live counts in order of their names
     */
    public SortedMap<String, Counts> named() {
        SortedMap<String, Counts> all = new TreeMap<>();
        named.forEach((name, counts) -> {
            if (!counts.isEmpty()) {
                all.put(name, counts);
            }
        });
        return all;
    }

    /**
     * The count of a key.
     *
     * @param part which histogram
     * @param key which key in it
     * @return its count, 0 if it was never counted; may be below 0
     */
    public long count(int part, long key) {
        LongTally tally = tally(part);
        return tally == null ? 0 : tally.count(key);
    }

    /**
     * The sum of a part's counts of some keys.
     *
     * @param part which histogram
     * @param wanted which keys
     * @return the sum, 0 if there are none
     * @throws ArithmeticException if the sum leaves the range of long
     */
    public long total(int part, LongPredicate wanted) {
        long sum = 0;
        for (long key : keys(part)) {
            sum = wanted.test(key) ? Math.addExact(sum, count(part, key)) : sum;
        }
        return sum;
    }

    /**
     * The sum of a part's counts.
     *
     * @param part which histogram
     * @return the sum, 0 if nothing was counted
     */
    public long total(int part) {
        return total(part, key -> true);
    }

    /**
     * The keys of a part that were counted.
     *
     * @param part which histogram
     * @return the keys whose count is not 0, ascending; a copy
     */
    public long[] keys(int part) {
        LongTally tally = tally(part);
        return tally == null ? new long[0] : tally.keys();
    }

    /**
     * Whether some count of a part is below 0, so that a piece of the whole must still be elsewhere.
     *
     * @param part which histogram
     * @return true if more was taken back than counted for some key
     */
    public boolean hasNegative(int part) {
        for (long key : keys(part)) {
            if (count(part, key) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many were left out.
     *
     * @return a copy by reason, none of them 0
     */
    public SortedMap<String, Long> excluded() {
        SortedMap<String, Long> all = new TreeMap<>();
        excluded.forEach((reason, count) -> {
            if (count[0] != 0) {
                all.put(reason, count[0]);
            }
        });
        return Collections.unmodifiableSortedMap(all);
    }

    /**
     * Adds other counts.
     *
     * @param from left as they are; not these counts
     * @throws ArithmeticException if a count leaves the range of long
     */
    public void merge(Counts from) {
        merge(from, 1);
    }

    /**
     * Takes other counts away.
     *
     * @param from left as they are; not these counts
     * @throws ArithmeticException if a count leaves the range of long
     */
    public void unmerge(Counts from) {
        merge(from, -1);
    }

    private void merge(Counts from, int sign) {
        for (int part = 0; part < from.parts.length; part++) {
            LongTally tally = from.parts[part];
            if (tally != null) {
                add(part, 0, 0);
                requireNonNull(parts[part], "part").merge(tally, sign);
            }
        }
        from.excluded().forEach((reason, times) -> exclude(reason, sign * times));
        from.named.forEach((name, counts) -> named(name).merge(counts, sign));
    }

    /**
     * Whether nothing is counted.
     *
     * @return true if every count is 0
     */
    public boolean isEmpty() {
        for (LongTally tally : parts) {
            if (tally != null && !tally.isEmpty()) {
                return false;
            }
        }
        return excluded().isEmpty() && named.values().stream().allMatch(Counts::isEmpty);
    }

    int parts() {
        return parts.length;
    }

    private @Nullable LongTally tally(int part) {
        return part < parts.length ? parts[part] : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Counts that && CountsCodec.bytes(this).equals(CountsCodec.bytes(that)));
    }

    @Override
    public int hashCode() {
        return CountsCodec.bytes(this).hashCode();
    }

    @Override
    public String toString() {
        return "Counts[" + named.size() + " names, " + excluded.size() + " reasons]";
    }
}
