package dev.leadkit.lead;

/**
 * Which lead. Ordered by its text, code unit by code unit.
 *
 * @param value the identifier, 1 to 255 characters; must not contain or derive from personal data
 */
public record LeadId(String value) implements Comparable<LeadId> {

    private static final int DERIVED_BYTES = 10;

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters
     */
    public LeadId {
        Name.checked("lead id", value);
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
        return new LeadId("L-" + Fingerprint.of(DERIVED_BYTES, system, externalId));
    }

    @Override
    public int compareTo(LeadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
