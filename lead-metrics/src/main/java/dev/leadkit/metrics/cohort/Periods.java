package dev.leadkit.metrics.cohort;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.fold.LocalDay;
import dev.leadkit.metrics.segment.PeriodUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a calendar by which things are counted, one after the other without a gap. Immutable and thread-safe.
 *
 * @param unit how long the periods are
 * @param zone where they begin and end
 */
public record Periods(PeriodUnit unit, ZoneId zone) implements Serializable {

    /** The most periods that a result lists, back from that of the as-of instant; what is earlier is left out and counted. */
    public static final int MOST = 400;

    /**
     * Makes periods.
     *
     * @param unit how long the periods are
     * @param zone where they begin and end
     */
    public Periods {
        requireNonNull(unit, "unit");
        requireNonNull(zone, "zone");
    }

    /** The first day of the period of an instant. */
    LocalDate of(Instant at) {
        return unit.start(LocalDay.of(at, zone));
    }

    /** When the period that begins on a day is over. */
    Instant end(LocalDate start) {
        return unit.next(start).atStartOfDay(zone).toInstant();
    }

    boolean isOver(LocalDate start, Instant asOf) {
        return !asOf.isBefore(end(start));
    }

    LocalDate later(LocalDate start, int periods) {
        LocalDate day = start;
        for (int i = 0; i < periods; i++) {
            day = unit.next(day);
        }
        return day;
    }

    /** All periods from the first known one that may be listed to that of the as-of instant, the empty ones among them. */
    List<LocalDate> listed(NavigableSet<LocalDate> known, Instant asOf) {
        LocalDate current = of(asOf);
        LocalDate earliest = current;
        for (int i = 1; i < MOST; i++) {
            earliest = unit.start(earliest.minusDays(1));
        }
        List<LocalDate> all = new ArrayList<>();
        @Nullable LocalDate first = known.ceiling(earliest);
        for (LocalDate day = first; day != null && !day.isAfter(current); day = unit.next(day)) {
            all.add(day);
        }
        return all;
    }

    /** As definitions write it. */
    String id() {
        return "unit=" + unit.name().toLowerCase(Locale.ROOT) + "&zone=" + zone;
    }
}
