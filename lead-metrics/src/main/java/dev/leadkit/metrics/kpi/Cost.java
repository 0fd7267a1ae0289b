package dev.leadkit.metrics.kpi;

import dev.leadkit.lead.Money;
import dev.leadkit.metrics.segment.Grouping;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * What was spent to get leads from one source over some days.
 *
 * @param source the source exactly as leads carry it, not blank; {@link Grouping#MISSING} for leads without a source
 * @param from the first day
 * @param to the day after the last, later than {@code from}
 * @param amount what was spent; below 0 for a credit
 */
public record Cost(String source, LocalDate from, LocalDate to, Money amount) implements Serializable {

    /**
     * Makes a cost.
     *
     * @param source the source
     * @param from the first day
     * @param to the day after the last
     * @param amount what was spent
     */
    public Cost {
        if (source.isBlank()) {
            throw new IllegalArgumentException("source must be a text, was blank");
        }
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("to must be a day after from = " + from + ", was " + to);
        }
    }
}
