package dev.leadkit.metrics.cohort;

import dev.leadkit.metrics.fold.KpiResult;
import java.util.List;

/**
 * A figure period by period.
 *
 * @param latest the figure of the latest period that is over; undefined if none is
 * @param periods every period from the first with anything in it to that of the as-of instant, at most {@link Periods#MOST}; periods
 *     with nothing in them are there
 */
public record PeriodFigures(KpiResult latest, List<PeriodFigure> periods) {

    /**
     * Keeps a copy of the periods.
     *
     * @param latest the figure of the latest period that is over
     * @param periods every period
     */
    public PeriodFigures {
        periods = List.copyOf(periods);
    }
}
