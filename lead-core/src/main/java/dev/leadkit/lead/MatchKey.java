package dev.leadkit.lead;

/**
 * A value by which two submissions are known to speak of the same lead. {@code toString} shows the kind only.
 *
 * @param kind what the value is, such as {@code email}; keys of different kinds never match
 * @param value the value in the form that is compared, 1 to 255 characters; may be personal data
 */
public record MatchKey(String kind, String value) {

    /** The kind of the keys that tell which record of another system belongs to a lead; kept by the library. */
    public static final String RECORD = "record";

    /**
     * Makes a key.
     *
     * @param kind what the value is, not blank
     * @param value the comparable form, not blank
     */
    public MatchKey {
        Name.checked("match key kind", kind);
        Name.checked("match key", value);
    }

    @Override
    public String toString() {
        return "MatchKey[" + kind + "]";
    }
}
