package dev.leadkit.metrics.quality;

import java.util.Comparator;

/**
 * What {@link Completeness} counts by.
 *
 * @param kind what is counted
 * @param field which field, for a value; else empty
 * @param source the lead's source
 */
public record FieldCell(Kind kind, String field, String source) implements Comparable<FieldCell> {

    private static final Comparator<FieldCell> ORDER = Comparator.comparing(FieldCell::kind)
            .thenComparing(FieldCell::field)
            .thenComparing(FieldCell::source);

    /** What is counted. */
    public enum Kind {
        /** A lead. */
        LEAD,
        /** A lead that has all wanted fields. */
        WHOLE,
        /** A lead that has a value of the field. */
        VALUE
    }

    @Override
    public int compareTo(FieldCell other) {
        return ORDER.compare(this, other);
    }
}
