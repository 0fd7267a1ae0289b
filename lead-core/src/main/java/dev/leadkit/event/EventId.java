package dev.leadkit.event;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.LeadId;

/**
 * Which event. Ordered by its text, code unit by code unit.
 *
 * @param value the identifier, 1 to 255 characters; must not contain or derive from personal data
 */
public record EventId(String value) implements Comparable<EventId> {

    private static final int LONGEST = 255;
    private static final int DERIVED_BYTES = 16;

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters
     */
    public EventId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("event id must be a text of 1 to 255 characters, had " + value.length());
        }
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
        return new EventId("E-" + Fingerprint.of(DERIVED_BYTES, lead.value(), Fingerprint.of(DERIVED_BYTES, content)));
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
