package dev.leadkit.metrics.money;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of days made of half-open periods; periods that touch or overlap become one. */
final class Days {

    private final NavigableMap<LocalDate, LocalDate> ends = new TreeMap<>();

    void include(LocalDate from, LocalDate to) {
        LocalDate start = from;
        LocalDate end = to;
        Map.Entry<LocalDate, LocalDate> before = ends.floorEntry(end);
        while (before != null && !before.getValue().isBefore(start)) {
            ends.remove(before.getKey());
            start = before.getKey().isBefore(start) ? before.getKey() : start;
            end = before.getValue().isAfter(end) ? before.getValue() : end;
            before = ends.floorEntry(end);
        }
        ends.put(start, end);
    }

    /** Equal sets of days have equal texts. */
    @Override
    public String toString() {
        return ends.toString();
    }

    boolean contains(LocalDate day) {
        Map.Entry<LocalDate, LocalDate> period = ends.floorEntry(day);
        return period != null && day.isBefore(period.getValue());
    }
}
