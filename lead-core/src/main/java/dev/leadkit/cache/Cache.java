package dev.leadkit.cache;

import java.util.Optional;

/**
 * Keeps answers for a while. A cache may forget anything at any time, but never gives what was not put under a key, nor
 * what was put there before the last. An implementation must be thread-safe; the published kit has a contract that checks
 * it.
 *
 * @param <K> what an answer is kept under; immutable, with {@code equals} and {@code hashCode}
 * @param <V> the answers; immutable, because everybody who asks gets the same one
 */
public interface Cache<K, V> {

    /**
     * What is kept under a key.
     *
     * @param key the key
     * @return what was put there last, or empty if there is nothing or it was forgotten
     */
    Optional<V> get(K key);

    /**
     * Keeps an answer in place of what was there.
     *
     * @param key the key
     * @param value the answer
     */
    void put(K key, V value);

    /**
     * A cache that keeps nothing.
     *
     * @param <K> the keys
     * @param <V> the answers
     * @return the cache; thread-safe
     */
    static <K, V> Cache<K, V> none() {
        return new NoCache<>();
    }

    /**
     * A cache by Caffeine that forgets what is least worth keeping (by how lately and how often it was asked for) once it is
     * full. It starts no thread and looks at no clock: what it does beside, it does in the calling thread.
     *
     * @param mostEntries how many answers it keeps at most, 1 or more; for moments there may be a few more
     * @param <K> the keys
     * @param <V> the answers
     * @return the cache, empty; thread-safe
     * @throws IllegalStateException if {@code com.github.ben-manes.caffeine:caffeine} is not on the class path
     */
    static <K, V> Cache<K, V> caffeine(long mostEntries) {
        if (mostEntries < 1) {
            throw new IllegalArgumentException("most entries must be 1 or more, was " + mostEntries);
        }
        try {
            return CaffeineCache.of(mostEntries);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "caching must have a library on the class path, was missing. Add com.github.ben-manes.caffeine:caffeine.",
                    e);
        }
    }
}
