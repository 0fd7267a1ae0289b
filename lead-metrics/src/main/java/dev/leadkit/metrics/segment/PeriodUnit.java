package dev.leadkit.metrics.segment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long the periods of a calendar are. */
public enum PeriodUnit {
    /** Calendar days, such as {@code 2026-03-29}. */
    DAY {
        @Override
        public LocalDate start(LocalDate day) {
            return day;
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusDays(1);
        }

        @Override
        public String name(LocalDate day) {
            return day.toString();
        }
    },
    /** Weeks of ISO 8601, from Monday, such as {@code 2026-W13}. */
    ISO_WEEK {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }

        @Override
        public String name(LocalDate day) {
            return String.format(
                    Locale.ROOT,
                    "%04d-W%02d",
                    day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    /** Calendar months, such as {@code 2026-03}. */
    MONTH {
        @Override
        public LocalDate start(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }

        @Override
        public String name(LocalDate day) {
            return YearMonth.from(day).toString();
        }
    },
    /** Calendar quarters, such as {@code 2026-Q1}. */
    QUARTER {
        @Override
        public LocalDate start(LocalDate day) {
            return day.with(IsoFields.DAY_OF_QUARTER, 1);
        }

        @Override
        public LocalDate next(LocalDate start) {
            return start.plusMonths(3);
        }

        @Override
        public String name(LocalDate day) {
            return String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        }
    };

    /**
     * The period's first day.
     *
     * @param day any day in it
     * @return its first day
     */
    public abstract LocalDate start(LocalDate day);

    /**
     * The first day of the period after it.
     *
     * @param start a period's first day
     * @return the next one's first day
     */
    public abstract LocalDate next(LocalDate start);

    /**
     * The period's name; names of one unit sort by time, from year 0 to 9999.
     *
     * @param day any day in it
     * @return its name by ISO 8601, with {@code Q} for quarters
     */
    public abstract String name(LocalDate day);
}
