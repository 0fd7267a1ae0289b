package dev.leadkit.metrics.money;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.segment.Grouping;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What was spent to get leads from one source over some days.
 *
 * @param source the source as {@link Grouping#named} writes it, which is exactly as leads carry it but for two words; not blank.
 *     {@link Grouping#MISSING} for leads without a source, {@link #UNALLOCATED} for what was spent on all of them together
 * @param from the first day
 * @param to the day after the last, later than {@code from}
 * @param amount what was spent; below 0 for a credit
 * @param kind what it was spent on
 */
public record Cost(String source, LocalDate from, LocalDate to, Money amount, Kind kind) implements Serializable {

    /** The source of costs that belong to no source, such as salaries and tools. */
    public static final String UNALLOCATED = Grouping.UNALLOCATED;

    /** What money is spent on. */
    public enum Kind {
        /** Paid media: advertisements, sponsored posts, bought lists. */
        ADVERTISING,
        /** Anything else, or it was not said. */
        OTHER
    }

    /**
     * Makes a cost.
     *
     * @param source the source
     * @param from the first day
     * @param to the day after the last
     * @param amount what was spent
     * @param kind what it was spent on
     */
    public Cost {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must be a text, was blank");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be a day after from = " + from + ", was " + to);
        }
    }

    /**
     * Makes a cost of which nobody said what it was spent on.
     *
     * @param source the source
     * @param from the first day
     * @param to the day after the last
     * @param amount what was spent
     */
    public Cost(String source, LocalDate from, LocalDate to, Money amount) {
        this(source, from, to, amount, Kind.OTHER);
    }
}
