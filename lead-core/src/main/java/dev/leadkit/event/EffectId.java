package dev.leadkit.event;

import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.LeadId;

/**
 * Which effect. The same identifier is the same effect: it is carried out once, however often it is asked for.
 *
 * @param value the identifier, 1 to 255 characters; must not contain or derive from personal data
 */
public record EffectId(String value) {

    private static final int LONGEST = 255;
    private static final int DERIVED_BYTES = 16;

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters
     */
    public EffectId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "effect id must be a text of 1 to 255 characters, had " + value.length());
        }
    }

    /**
     * The identifier of an effect that is told apart by its content.
     *
     * @param lead which lead it concerns
     * @param content what tells it apart from the lead's other effects
     * @return the derived identifier, {@code F-} and 32 hexadecimal digits
     */
    public static EffectId derived(LeadId lead, String... content) {
        return new EffectId("F-" + Fingerprint.of(DERIVED_BYTES, lead.value(), Fingerprint.of(DERIVED_BYTES, content)));
    }

    @Override
    public String toString() {
        return value;
    }
}
