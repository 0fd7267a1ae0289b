package dev.leadkit.metrics.kpi;

import dev.leadkit.metrics.fold.KpiResult;
import java.time.YearMonth;

/**
 * One month of {@link LeadVelocity}.
 *
 * @param month the calendar month
 * @param qualified how many leads were first qualified in it
 * @param growth the growth over the month before
 */
public record MonthGrowth(YearMonth month, long qualified, KpiResult growth) {}
