package dev.leadkit.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a column's texts became lately: most columns repeat few texts, and leads share the values then. It never has more
 * than {@value #PLACES} of them, and where texts hardly ever come again it cares only for one in {@value #SAMPLE}, until they do.
 * Thread-safe without a lock: two threads may do the same work twice, and neither sees half of an entry.
 */
final class Memory<T> {

    private static final int PLACES = 2_048;
    private static final int LONGEST = 64;
    private static final int SAMPLE = 16;
    private static final int PATIENCE = 1_024;
    private static final int TRIAL = 64;

    private final @Nullable Entry<?>[] entries = new Entry<?>[PLACES];

    /** The hash of each entry's text: most texts are told from it without going to the entry, which is far away. */
    private final int[] hashes = new int[PLACES];

    /** How many more texts were known lately than new ones; below 0 it is given up until it comes back to 0. Threads may miscount. */
    private int use = PATIENCE;

    private record Entry<T>(String text, Conversion<T> conversion) {}

    @Nullable Conversion<T> recall(String text) {
        int hash = text.hashCode();
        if (isSkipped(hash)) {
            return null;
        }
        Conversion<T> known = hashes[place(hash)] == hash ? find(text, hash) : null;
        judge(known != null);
        return known;
    }

    private void judge(boolean known) {
        if (known) {
            use = use == -1 ? PATIENCE : Math.min(PATIENCE, use + 1);
        } else {
            use = use == 0 ? -TRIAL : Math.max(-TRIAL, use - 1);
        }
    }

    private @Nullable Conversion<T> find(String text, int hash) {
        @SuppressWarnings("unchecked") // only put() writes, and it writes entries of T
        Entry<T> entry = (Entry<T>) entries[place(hash)];
        return entry != null && entry.text().equals(text) ? entry.conversion() : null;
    }

    /** Keeps what holds for the text for ever; a fault may have been a converter's bad moment. */
    Conversion<T> keep(String text, Conversion<T> conversion) {
        int hash = text.hashCode();
        if (text.length() <= LONGEST && !isSkipped(hash) && !(conversion instanceof Conversion.Faulty<T>)) {
            entries[place(hash)] = new Entry<>(text, conversion);
            hashes[place(hash)] = hash;
        }
        return conversion;
    }

    private boolean isSkipped(int hash) {
        return use < 0 && spread(hash) % SAMPLE != 0;
    }

    private static int place(int hash) {
        return spread(hash) & (PLACES - 1);
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 11) ^ (hash >>> 22);
    }
}
