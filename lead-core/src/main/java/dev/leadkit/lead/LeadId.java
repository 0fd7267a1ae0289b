package dev.leadkit.lead;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Which lead: a text of 1 to 255 characters. Ordered by its text, code unit by code unit. Immutable and thread-safe. */
public final class LeadId implements Comparable<LeadId> {

    private static final String PREFIX = "L-";
    private static final int DERIVED_BYTES = 10;
    private static final int BITS_OF_LOW = 16;

    /** A large odd number, whose bits are those of the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** A derived identifier is kept as its 80 bits: a store has many millions of them. */
    private final @Nullable String text;

    /** Of a text, its hash. */
    private final long high;

    private final int low;

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters; must not contain or derive from personal data
     */
    public LeadId(String value) {
        Name.checked("lead id", value);
        if (Fingerprint.follows(value, PREFIX, DERIVED_BYTES)) {
            int middle = value.length() - BITS_OF_LOW / 4;
            text = null;
            high = HexFormat.fromHexDigitsToLong(value, PREFIX.length(), middle);
            low = HexFormat.fromHexDigits(value, middle, value.length());
        } else {
            text = value;
            high = hash(value);
            low = 0;
        }
    }

    /**
     * After Fowler, Noll and Vo, with another factor. The hash of String takes many texts for one another that are counted in more than 31 different characters, as
     * some systems number their records.
     */
    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * SPREAD;
        }
        return hash;
    }

    private LeadId(long high, int low) {
        this.text = null;
        this.high = high;
        this.low = low;
    }

    /**
     * The identifier of the record that another system knows by its own identifier: the same pair gives the same
     * identifier on every machine, whatever was captured before it.
     *
     * <p>The first 80 bits of SHA-256 over both texts, so that a million leads collide with a probability below
     * 10<sup>-12</sup>.
     *
     * @param system the name of the other system
     * @param externalId its identifier there; must not be personal data (an e-mail address, say)
     * @return the derived identifier, {@code L-} and 20 hexadecimal digits
     */
    public static LeadId derived(String system, String externalId) {
        ByteBuffer bits = ByteBuffer.wrap(Fingerprint.digest(system, externalId));
        return new LeadId(bits.getLong(), Short.toUnsignedInt(bits.getShort()));
    }

    /**
     * The identifier as a text.
     *
     * @return the text that this was made of
     */
    public String value() {
        return text == null ? derived() : text;
    }

    private String derived() {
        HexFormat hex = HexFormat.of();
        // not by +, which is slow wherever the compiler does not inline what it stands for
        return PREFIX.concat(hex.toHexDigits(high)).concat(hex.toHexDigits((short) low));
    }

    @Override
    public int compareTo(LeadId other) {
        if (text == null && other.text == null) {
            int order = Long.compareUnsigned(high, other.high);
            return order == 0 ? Integer.compare(low, other.low) : order;
        }
        return value().compareTo(other.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LeadId that
                && high == that.high
                && low == that.low
                && (text == null ? that.text == null : text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high);
    }

    @Override
    public String toString() {
        return value();
    }
}
