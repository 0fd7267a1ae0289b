package dev.leadkit.lead;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which sales representative. Ordered by its text, code unit by code unit.
 *
 * @param value the identifier, 1 to 255 characters
 */
public record RepId(String value) implements Comparable<RepId>, Serializable {

    /**
     * Makes an identifier.
     *
     * @param value the identifier, not blank, at most 255 characters
     */
    public RepId {
        Name.checked("rep id", value);
    }

    /** By content; what is the same object is not looked at. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof RepId that && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
