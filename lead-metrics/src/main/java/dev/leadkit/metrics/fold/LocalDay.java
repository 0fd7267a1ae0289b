package dev.leadkit.metrics.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The calendar day of any instant. Stateless and thread-safe. */
public final class LocalDay {

    /** Leaves room to go back and forth by months. */
    private static final int YEARS = 999_999_000;

    private static final Instant FIRST =
            LocalDate.of(-YEARS, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST =
            LocalDate.of(YEARS, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private LocalDay() {}

    /**
     * The day of an instant.
     *
     * @param at any instant; those beyond what a calendar holds are on its first or last day, and stop no count
     * @param zone where the day begins
     * @return the day
     */
    public static LocalDate of(Instant at, ZoneId zone) {
        Instant known = at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
        return known.atZone(zone).toLocalDate();
    }
}
