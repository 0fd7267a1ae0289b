package dev.leadkit.event;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.LeadId;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Which event: a text of 1 to 255 characters. Ordered by its text, code unit by code unit. Immutable and thread-safe. */
public final class EventId implements Comparable<EventId> {

    private static final int LONGEST = 255;
    private static final String PREFIX = "E-";
    private static final int DERIVED_BYTES = 16;

    /** A derived identifier is kept as its 128 bits: a store has many millions of them. */
    private final @Nullable String text;

    private final long high;
    private final long low;

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters; must not contain or derive from personal data
     */
    public EventId(String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("event id must be a text of 1 to 255 characters, had " + value.length());
        }
        if (Fingerprint.follows(value, PREFIX, DERIVED_BYTES)) {
            int middle = PREFIX.length() + DERIVED_BYTES;
            text = null;
            high = HexFormat.fromHexDigitsToLong(value, PREFIX.length(), middle);
            low = HexFormat.fromHexDigitsToLong(value, middle, value.length());
        } else {
            text = value;
            high = 0;
            low = 0;
        }
    }

    /** A derived identifier of its bits. */
    EventId(long high, long low) {
        this.text = null;
        this.high = high;
        this.low = low;
    }

    boolean isDerived() {
        return text == null;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /**
     * The identifier of an event that is told apart by its content: the same content gives the same identifier, so that
     * telling it twice is telling it once.
     *
     * @param lead which lead it happened to
     * @param content what tells it apart from the lead's other events
     * @return the derived identifier, {@code E-} and 32 hexadecimal digits
     */
    public static EventId derived(LeadId lead, String... content) {
        String[] parts = new String[content.length + 1];
        parts[0] = lead.value();
        System.arraycopy(content, 0, parts, 1, content.length);
        ByteBuffer bits = ByteBuffer.wrap(Fingerprint.digest(parts));
        return new EventId(bits.getLong(), bits.getLong());
    }

    /**
     * The identifier as a text.
     *
     * @return the text that this was made of
     */
    public String value() {
        HexFormat hex = HexFormat.of();
        return text == null ? PREFIX + hex.toHexDigits(high) + hex.toHexDigits(low) : text;
    }

    @Override
    public int compareTo(EventId other) {
        if (text != null || other.text != null) {
            return value().compareTo(other.value());
        }
        int order = Long.compareUnsigned(high, other.high);
        return order == 0 ? Long.compareUnsigned(low, other.low) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventId that
                && high == that.high
                && low == that.low
                && (text == null ? that.text == null : text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return text == null ? Long.hashCode(high) : text.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }
}
