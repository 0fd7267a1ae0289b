package dev.leadkit.lead;

/**
 * Which sales representative. Ordered by its text, code unit by code unit.
 *
 * @param value the identifier, 1 to 255 characters
 */
public record RepId(String value) implements Comparable<RepId> {

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters
     */
    public RepId {
        Name.checked("rep id", value);
    }

    @Override
    public int compareTo(RepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
