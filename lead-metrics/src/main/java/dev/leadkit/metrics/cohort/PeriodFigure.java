package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.fold.KpiResult;
import java.time.LocalDate;

/**
 * The figure of one period of a calendar.
 *
 * @param start the period's first day
 * @param name the period's name by ISO 8601, such as {@code 2026-03}
 * @param figure the figure; undefined while the period is not over, with the counts so far in its basis
 */
public record PeriodFigure(LocalDate start, String name, KpiResult figure) {}
