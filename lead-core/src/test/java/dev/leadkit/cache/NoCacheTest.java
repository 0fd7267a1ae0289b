package dev.leadkit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.core.kit.CacheContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class NoCacheTest extends CacheContract {

    @Override
    protected Cache<String, Integer> newCache(int mostEntries) {
        return Cache.none();
    }

    @Test
    @DisplayName("No cache keeps nothing")
    void nothing() {
        Cache<String, Integer> cache = Cache.none();
        cache.put("a", 1);
        assertThat(cache.get("a")).isEmpty();
    }
}
