package dev.leadkit.cache;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Forgets at once. */
record NoCache<K, V>() implements Cache<K, V> {

    @Override
    public Optional<V> get(K key) {
        requireNonNull(key, "key");
        return Optional.empty();
    }

    @Override
    public void put(K key, V value) {
        requireNonNull(key, "key");
        requireNonNull(value, "value");
    }
}
