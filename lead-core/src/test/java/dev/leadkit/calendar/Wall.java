package dev.leadkit.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The oracle: looks at the clock on the wall, minute by minute. All that opens or closes does so at whole minutes. */
final class Wall {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Wall() {}

    static boolean isOpen(OpenHours hours, Instant at) {
        if (hours instanceof OpenHours.Any any) {
            return any.of().stream().anyMatch(part -> isOpen(part, at));
        }
        if (hours instanceof OpenHours.All all) {
            return all.of().stream().allMatch(part -> isOpen(part, at));
        }
        if (hours instanceof OpenHours.Except difference) {
            return isOpen(difference.open(), at) && !isOpen(difference.except(), at);
        }
        WorkingHours place = (WorkingHours) hours;
        return isOpen(place, LocalDateTime.ofInstant(at, place.zone()));
    }

    private static boolean isOpen(WorkingHours hours, LocalDateTime shown) {
        LocalTime time = shown.toLocalTime();
        boolean week = !hours.holidays().contains(shown.toLocalDate())
                && (today(hours.week().get(shown.getDayOfWeek()), time)
                        || sinceYesterday(hours.week().get(shown.getDayOfWeek().minus(1)), time));
        boolean extra = today(hours.extra().get(shown.toLocalDate()), time)
                || sinceYesterday(hours.extra().get(shown.toLocalDate().minusDays(1)), time);
        return (week || extra)
                && hours.absences().stream()
                        .noneMatch(each -> !shown.isBefore(each.from()) && shown.isBefore(each.until()));
    }

    private static boolean today(List<LocalSpan> spans, LocalTime time) {
        return spans != null
                && spans.stream()
                        .anyMatch(
                                span -> !time.isBefore(span.from()) && (span.nextDay() || time.isBefore(span.until())));
    }

    private static boolean sinceYesterday(List<LocalSpan> spans, LocalTime time) {
        return spans != null && spans.stream().anyMatch(span -> span.nextDay() && time.isBefore(span.until()));
    }

    static Duration between(OpenHours hours, Instant from, Instant until) {
        Duration open = Duration.ZERO;
        for (Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
                minute.isBefore(until);
                minute = minute.plus(MINUTE)) {
            if (isOpen(hours, minute)) {
                open = open.plus(Duration.between(later(minute, from), earlier(minute.plus(MINUTE), until)));
            }
        }
        return open;
    }

    /** Empty if it is not reached before the end. */
    static Optional<Instant> add(OpenHours hours, Instant from, Duration openTime, Instant end) {
        Duration left = openTime;
        for (Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
                minute.isBefore(end);
                minute = minute.plus(MINUTE)) {
            if (isOpen(hours, minute)) {
                Duration here = Duration.between(later(minute, from), minute.plus(MINUTE));
                if (here.compareTo(left) >= 0) {
                    return Optional.of(later(minute, from).plus(left));
                }
                left = left.minus(here);
            }
        }
        return Optional.empty();
    }

    /** The next whole minute at which it is open and was not before, or the other way round; empty if there is none before the end. */
    static Optional<Instant> nextEdge(OpenHours hours, Instant from, Instant end) {
        boolean open = isOpen(hours, from);
        for (Instant minute = from.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
                minute.isBefore(end);
                minute = minute.plus(MINUTE)) {
            if (isOpen(hours, minute) != open) {
                return Optional.of(minute);
            }
        }
        return Optional.empty();
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
