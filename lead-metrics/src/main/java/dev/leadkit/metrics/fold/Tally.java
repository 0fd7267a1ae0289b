package dev.leadkit.metrics.fold;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Signed counts by key: the building block of states. A key whose count is 0 is the same as a key never seen, so equal contents
 * are equal whatever happened before. Memory grows with the number of different keys. Mutable and not thread-safe.
 *
 * @param <K> what is counted; its order must agree with {@code equals}
 */
public final class Tally<K extends Comparable<? super K>> {

    private final NavigableMap<K, Long> counts = new TreeMap<>();

    /** Starts with no counts. */
    public Tally() {}

    /**
     * Counts a key so many times.
     *
     * @param key what is counted
     * @param times how often; below 0 takes back
     * @throws ArithmeticException if the count leaves the range of long
     */
    public void add(K key, long times) {
        long sum = Math.addExact(count(key), times);
        if (sum == 0) {
            counts.remove(key);
        } else {
            counts.put(key, sum);
        }
    }

    /**
     * Adds all counts of another tally.
     *
     * @param from left as it is; not this tally
     * @throws ArithmeticException if a count leaves the range of long
     */
    public void merge(Tally<K> from) {
        from.counts.forEach(this::add);
    }

    /**
     * The count of a key.
     *
     * @param key which key
     * @return its count, 0 if it was never counted; may be below 0
     */
    public long count(K key) {
        return counts.getOrDefault(key, 0L);
    }

    /**
     * The sum of the counts of some keys.
     *
     * @param wanted which keys
     * @return the sum, 0 if there are none
     * @throws ArithmeticException if the sum leaves the range of long
     */
    public long total(Predicate<K> wanted) {
        long sum = 0;
        for (Map.Entry<K, Long> entry : counts.entrySet()) {
            sum = wanted.test(entry.getKey()) ? Math.addExact(sum, entry.getValue()) : sum;
        }
        return sum;
    }

    /**
     * The sum of all counts.
     *
     * @return the sum, 0 if nothing was counted
     */
    public long total() {
        return total(key -> true);
    }

    /**
     * Whether some count is below 0, so that a part of the counts must still be elsewhere.
     *
     * @return true if more was taken back than counted for some key
     */
    public boolean hasNegative() {
        return counts.values().stream().anyMatch(count -> count < 0);
    }

    /**
     * The key at a place, when each key stands as often as it was counted, in their order.
     *
     * @param rank which place, from 1 to {@link #total()}; refused beyond, and while a count is below 0
     * @return the key there
     */
    public K at(long rank) {
        if (rank < 1 || rank > total() || hasNegative()) {
            throw new IllegalArgumentException(
                    "rank must be from 1 to " + total() + " of counts that are complete, was " + rank);
        }
        Iterator<Map.Entry<K, Long>> entries = counts.entrySet().iterator();
        Map.Entry<K, Long> entry = entries.next();
        for (long seen = entry.getValue(); seen < rank; seen += entry.getValue()) {
            entry = entries.next();
        }
        return entry.getKey();
    }

    /**
     * All counts.
     *
     * @return a copy in order of the keys, none of them 0
     */
    public SortedMap<K, Long> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally<?> that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return "Tally" + counts;
    }
}
