package dev.leadkit.metrics.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The calendar day of any instant: those beyond what a calendar holds are on its first or last day, and stop no count. */
final class LocalDay {

    /** Leaves room to go back and forth by months. */
    private static final int YEARS = 999_999_000;

    private static final Instant FIRST =
            LocalDate.of(-YEARS, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST =
            LocalDate.of(YEARS, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private LocalDay() {}

    static LocalDate of(Instant at, ZoneId zone) {
        Instant known = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
        return known.atZone(zone).toLocalDate();
    }
}
