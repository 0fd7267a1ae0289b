package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;

/**
 * The result of {@link LeadVelocity}.
 *
 * @param latest the growth in the latest month that is over
 * @param toDate the growth of the month that is not, by its days that are over against the same days of the month before
 * @param months every month from the first with a qualified lead to that of the as-of instant, oldest first; a month without
 *     qualified leads is there with 0
 */
public record Velocity(KpiResult latest, KpiResult toDate, List<MonthGrowth> months) {

    /**
     * Keeps a copy of the months.
     *
     * @param latest the growth in the latest month that is over
     * @param toDate the growth of the month that is not
     * @param months every month, oldest first
     */
    public Velocity {
        months = List.copyOf(months);
    }
}
