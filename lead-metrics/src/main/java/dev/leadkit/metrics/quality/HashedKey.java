package dev.leadkit.metrics.quality;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.MatchKey;
import java.util.Comparator;

/**
 * A match key that can be compared but not read: its kind, and 128 bits of SHA-256 over kind and value. Who knows how such keys are
 * made can still find a phone number by trying all of them, so treat facts and states that hold hashes like personal data; results
 * hold none. {@code toString} shows the kind only.
 *
 * @param kind what the key is, such as {@code phone}
 * @param high the first 64 bits of the hash
 * @param low the other 64 bits
 */
public record HashedKey(String kind, long high, long low) implements Comparable<HashedKey> {

    private static final int BYTES = 16;
    private static final int HEX = 16;
    private static final Comparator<HashedKey> ORDER = Comparator.comparing(HashedKey::kind)
            .thenComparingLong(HashedKey::high)
            .thenComparingLong(HashedKey::low);

    /**
     * Hashes a key.
     *
     * @param key the key
     * @return its hash; equal keys give equal hashes on every machine, and two different ones among a million give equal
     *     hashes with a probability below 10<sup>-26</sup>
     */
    public static HashedKey of(MatchKey key) {
        String hash = Fingerprint.of(BYTES, key.kind(), key.value());
        return new HashedKey(
                key.kind(),
                Long.parseUnsignedLong(hash.substring(0, HEX), HEX),
                Long.parseUnsignedLong(hash.substring(HEX), HEX));
    }

    @Override
    public int compareTo(HashedKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "HashedKey[" + kind + "]";
    }
}
