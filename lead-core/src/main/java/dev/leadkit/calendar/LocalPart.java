package dev.leadkit.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The hours of one place. Between two changes of the zone's offset the local time runs like any other, so everything is
 * computed there in local seconds and moved by the offset; gaps and repeated hours need no case of their own.
 */
final class LocalPart implements Part {

    private static final int DAYS = DayOfWeek.values().length;

    private final ZoneRules rules;
    private final List<List<LocalSpan>> week = new ArrayList<>();
    private final Intervals holidays;
    private final Intervals extra;
    private final Intervals absences;

    LocalPart(WorkingHours hours) {
        rules = hours.zone().getRules();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(hours.week().getOrDefault(day, List.of()));
        }
        List<Intervals> days = new ArrayList<>();
        hours.holidays().forEach(date -> days.add(local(date.toEpochDay(), LocalSpan.WHOLE_DAY)));
        holidays = Intervals.union(days);
        List<Intervals> openings = new ArrayList<>();
        hours.extra().forEach((date, spans) -> spans.forEach(span -> openings.add(local(date.toEpochDay(), span))));
        extra = Intervals.union(openings);
        absences = Intervals.union(hours.absences().stream()
                .map(absence -> Intervals.of(second(absence.from()), second(absence.until())))
                .toList());
    }

    private static Intervals local(long day, LocalSpan span) {
        long midnight = day * LocalSpan.DAY;
        return Intervals.of(midnight + span.fromSecond(), midnight + span.untilSecond());
    }

    private static long second(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    @Override
    public Intervals within(long from, long until) {
        Intervals.Collector open = new Intervals.Collector();
        for (long at = from; at < until; ) {
            Instant start = Instant.ofEpochSecond(at);
            ZoneOffsetTransition change = rules.nextTransition(start);
            long end = change == null ? until : Math.min(until, change.toEpochSecond());
            long offset = rules.getOffset(start).getTotalSeconds();
            open.addAll(local(at + offset, end + offset).shifted(-offset));
            at = end;
        }
        return open.intervals();
    }

    private Intervals local(long from, long until) {
        Intervals regular = week(from, until).minus(holidays.within(from, until));
        return Intervals.union(List.of(regular, extra.within(from, until))).minus(absences.within(from, until));
    }

    private Intervals week(long from, long until) {
        Intervals.Collector open = new Intervals.Collector();
        long last = Math.floorDiv(until - 1, (long) LocalSpan.DAY);
        for (long day = Math.floorDiv(from, (long) LocalSpan.DAY) - 1; day <= last; day++) {
            long midnight = day * LocalSpan.DAY;
            for (LocalSpan span : week.get(weekday(day))) {
                open.add(Math.max(from, midnight + span.fromSecond()), Math.min(until, midnight + span.untilSecond()));
            }
        }
        return open.intervals();
    }

    /** 0 for Monday; the epoch began on a Thursday. */
    private static int weekday(long day) {
        return (int) Math.floorMod(day + DayOfWeek.THURSDAY.getValue() - 1, (long) DAYS);
    }
}
