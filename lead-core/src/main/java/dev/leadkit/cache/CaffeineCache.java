package dev.leadkit.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The one place that knows Caffeine. */
final class CaffeineCache<K, V> implements Cache<K, V> {

    private final com.github.benmanes.caffeine.cache.Cache<K, V> entries;

    private CaffeineCache(com.github.benmanes.caffeine.cache.Cache<K, V> entries) {
        this.entries = entries;
    }

    /** Its own executor would be the common pool: a library's work belongs to the thread that asks for it. */
    static <K, V> Cache<K, V> of(long mostEntries) {
        return new CaffeineCache<>(Caffeine.newBuilder()
                .maximumSize(mostEntries)
                .executor(Runnable::run)
                .build());
    }

    @Override
    public Optional<V> get(K key) {
        return Optional.ofNullable(entries.getIfPresent(key));
    }

    @Override
    public void put(K key, V value) {
        entries.put(key, requireNonNull(value, "value"));
    }
}
