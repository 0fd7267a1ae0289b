package dev.leadkit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.core.kit.CacheContract;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class CaffeineCacheTest extends CacheContract {

    @Override
    protected Cache<String, Integer> newCache(int mostEntries) {
        return Cache.caffeine(mostEntries);
    }

    @Test
    @DisplayName("What fits is kept, and the last answer takes the place of the first")
    void keeps() {
        Cache<String, Integer> cache = newCache(100);
        IntStream.range(0, 100).forEach(i -> cache.put("k" + i, i));
        cache.put("k7", -7);
        assertThat(IntStream.range(0, 100)).allMatch(i -> cache.get("k" + i).orElseThrow() == (i == 7 ? -7 : i));
    }

    @Test
    @DisplayName("What does not fit is forgotten at once, in the calling thread")
    void bounded() {
        Cache<String, Integer> cache = newCache(10);
        IntStream.range(0, 1_000).forEach(i -> cache.put("k" + i, i));
        assertThat(IntStream.range(0, 1_000).filter(i -> cache.get("k" + i).isPresent()))
                .hasSizeBetween(1, 10);
    }

    @Test
    @DisplayName("A cache without room is refused")
    void room() {
        assertThatThrownBy(() -> Cache.caffeine(0)).hasMessage("most entries must be 1 or more, was 0");
    }
}
