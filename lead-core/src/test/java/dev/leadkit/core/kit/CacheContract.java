package dev.leadkit.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.cache.Cache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every cache must do. Extend it, and say how an empty cache is made. */
public abstract class CacheContract {

    private static final int KEYS = 50;
    private static final int STEPS = 5_000;

    /** An empty cache that has room for so many entries and is free to forget beyond them. */
    protected abstract Cache<String, Integer> newCache(int mostEntries);

    @Test
    @DisplayName("An empty cache has nothing")
    void empty() {
        assertThat(newCache(1).get("a")).isEmpty();
    }

    @Test
    @DisplayName("A key gives what was put there last, or nothing, whatever happened to other keys")
    void lastOrNothing() {
        Cache<String, Integer> cache = newCache(KEYS / 2);
        Map<String, Integer> last = new HashMap<>();
        Random random = new Random(7);
        for (int step = 0; step < STEPS; step++) {
            String key = key(random.nextInt(KEYS));
            if (random.nextBoolean()) {
                cache.put(key, step);
                last.put(key, step);
            }
            assertThat(cache.get(key)).isIn(Optional.empty(), Optional.ofNullable(last.get(key)));
        }
    }

    @Test
    @DisplayName("An equal key is the same key")
    void equalKeys() {
        Cache<String, Integer> cache = newCache(KEYS);
        cache.put(key(1), 1);
        cache.put(key(1), 2);
        assertThat(cache.get(key(1))).isIn(Optional.empty(), Optional.of(2));
    }

    @Test
    @DisplayName("Neither a key nor an answer is null")
    @SuppressWarnings("NullAway")
    void noNulls() {
        Cache<String, Integer> cache = newCache(1);
        assertThatThrownBy(() -> cache.get(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.put(null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> cache.put("a", null)).isInstanceOf(NullPointerException.class);
    }

    /** Each thread has keys of its own, and one thread after the other puts rising numbers under the shared ones. */
    @Test
    @DisplayName("Many threads at once never see another key's answer, nor, of their own keys, an older one")
    void threads() throws Exception {
        Cache<String, Integer> cache = newCache(KEYS);
        List<Boolean> right = Together.run(thread -> IntStream.range(0, STEPS).allMatch(step -> {
            String own = thread + "-" + step % KEYS;
            int value = step * Together.THREADS + thread;
            cache.put(own, value);
            cache.put(key(step % KEYS), step % KEYS);
            return cache.get(own).orElse(value) == value
                    && cache.get(key((step + 1) % KEYS)).orElse((step + 1) % KEYS) == (step + 1) % KEYS;
        }));
        assertThat(right).doesNotContain(false);
    }

    private static String key(int number) {
        return "k" + number;
    }
}
