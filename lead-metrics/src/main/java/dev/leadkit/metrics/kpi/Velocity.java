package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;

/**
 * The result of {@link LeadVelocity}.
 *
 * @param latest the growth in the latest month that is over
 * @param months every month from the first with a qualified lead to that of the as-of instant, oldest first; a month without
 *     qualified leads is there with 0
 */
public record Velocity(KpiResult latest, List<MonthGrowth> months) {

    /**
     * Keeps a copy of the months.
     *
     * @param latest the growth in the latest month that is over
     * @param months every month, oldest first
     */
    public Velocity {
        months = List.copyOf(months);
    }
}
