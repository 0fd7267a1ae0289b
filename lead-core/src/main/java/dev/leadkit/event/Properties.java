package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few properties of an interaction, in order of their names and immutable. One array: interactions are by far the most
 * of what a store holds, and a tree takes three times as much.
 */
final class Properties extends AbstractMap<String, String> {

    private final String[] pairs;

    private Properties(String[] pairs) {
        this.pairs = pairs;
    }

    static Map<String, String> of(Map<String, String> properties) {
        if (properties.isEmpty()) {
            return Map.of();
        }
        return properties instanceof Properties ? properties : new Properties(pairs(properties));
    }

    private static String[] pairs(Map<String, String> properties) {
        Map<String, String> sorted = properties.size() == 1 ? properties : new TreeMap<>(properties);
        String[] pairs = new String[2 * properties.size()];
        int end = 0;
        for (Map.Entry<String, String> each : sorted.entrySet()) {
            pairs[end++] = requireNonNull(each.getKey(), "name");
            pairs[end++] = requireNonNull(each.getValue(), "value");
        }
        return pairs;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int at = 0; at < pairs.length; at += 2) {
            if (pairs[at].equals(name)) {
                return pairs[at + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return pairs.length / 2;
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return new Each();
            }
        };
    }

    private final class Each implements Iterator<Entry<String, String>> {

        private int at;

        @Override
        public boolean hasNext() {
            return at < pairs.length;
        }

        @Override
        public Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no further property");
            }
            at += 2;
            return Map.entry(pairs[at - 2], pairs[at - 1]);
        }
    }
}
