package dev.leadkit.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a column's texts became lately: most columns repeat few texts, and leads share the values then. It never has more
 * than {@value #PLACES} of them. Thread-safe without a lock: two threads may do the same work twice, and neither sees half of
 * an entry.
 */
final class Memory<T> {

    private static final int PLACES = 2_048;
    private static final int LONGEST = 64;

    private final @Nullable Entry<?>[] entries = new Entry<?>[PLACES];

    private record Entry<T>(String text, Conversion<T> conversion) {}

    @Nullable Conversion<T> recall(String text) {
        @SuppressWarnings("unchecked") // only put() writes, and it writes entries of T
        Entry<T> entry = (Entry<T>) entries[place(text)];
        return entry != null && entry.text().equals(text) ? entry.conversion() : null;
    }

    /** Keeps what holds for the text for ever; a fault may have been a converter's bad moment. */
    Conversion<T> keep(String text, Conversion<T> conversion) {
        if (text.length() <= LONGEST && !(conversion instanceof Conversion.Faulty<T>)) {
            entries[place(text)] = new Entry<>(text, conversion);
        }
        return conversion;
    }

    private static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 11) ^ (hash >>> 22)) & (PLACES - 1);
    }
}
