package dev.leadkit.calendar;

import dev.leadkit.calendar.WorkingHours.Placed;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.Faults;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what contradicts something else in the hours of one place. */
final class Contradictions {

    private static final long WEEK = 7L * LocalSpan.DAY;

    private final Faults faults;

    Contradictions(Faults faults) {
        this.faults = faults;
    }

    /** A span on a line of seconds, and when it was said. */
    private record Laid(long from, long until, Placed<LocalSpan> placed, int order) {}

    void find(WorkingHours.Builder hours) {
        week(hours.week);
        holidays(hours.holidays);
        List<Laid> extra = new ArrayList<>();
        hours.extra.forEach((date, spans) -> lay(spans, date.toEpochDay() * LocalSpan.DAY, extra));
        overlaps(extra);
        count(hours.week.values());
        count(hours.extra.values());
    }

    private void week(Map<DayOfWeek, List<Placed<LocalSpan>>> week) {
        List<Laid> line = new ArrayList<>();
        week.forEach((day, spans) -> lay(spans, (day.getValue() - 1L) * LocalSpan.DAY, line));
        // what goes past the end of Sunday is there on Monday too
        for (Laid each : List.copyOf(line)) {
            if (each.until > WEEK) {
                line.add(new Laid(each.from - WEEK, each.until - WEEK, each.placed, each.order));
            }
        }
        overlaps(line);
    }

    private static void lay(List<Placed<LocalSpan>> spans, long midnight, List<Laid> line) {
        for (Placed<LocalSpan> each : spans) {
            LocalSpan span = each.part();
            line.add(new Laid(midnight + span.fromSecond(), midnight + span.untilSecond(), each, line.size()));
        }
    }

    private void overlaps(List<Laid> line) {
        line.sort(Comparator.comparingLong(Laid::from).thenComparingInt(Laid::order));
        for (int i = 1, furthest = 0; i < line.size(); i++) {
            Laid before = line.get(furthest);
            Laid each = line.get(i);
            if (each.from < before.until) {
                overlap(before.order < each.order ? before : each, before.order < each.order ? each : before);
            }
            furthest = each.until > before.until ? i : furthest;
        }
    }

    private void overlap(Laid first, Laid second) {
        String hint = first.placed.part() + " is there already, at " + first.placed.path() + ".";
        faults.accept(new Fault(second.placed.path(), "a span that overlaps no other", quoted(second.placed), hint));
    }

    private void count(Collection<List<Placed<LocalSpan>>> days) {
        for (List<Placed<LocalSpan>> spans : days) {
            if (spans.size() > WorkingHours.MOST_SPANS) {
                Placed<LocalSpan> next = spans.get(WorkingHours.MOST_SPANS);
                faults.add(next.path(), "one of at most " + WorkingHours.MOST_SPANS + " spans a day", quoted(next));
            }
        }
    }

    private void holidays(List<Placed<LocalDate>> holidays) {
        Map<LocalDate, String> seen = new HashMap<>();
        for (Placed<LocalDate> each : holidays) {
            String before = seen.putIfAbsent(each.part(), each.path());
            if (before != null) {
                faults.accept(new Fault(
                        each.path(),
                        "a date that is there once",
                        quoted(each),
                        "It is there already, at " + before + "."));
            }
        }
    }

    private static String quoted(Placed<?> placed) {
        return "\"" + placed.part() + "\"";
    }
}
