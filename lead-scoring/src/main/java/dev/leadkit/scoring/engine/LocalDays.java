package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/** The last so many calendar days of a lead, by the time zone of its facts, the day of the score included. */
record LocalDays(int days) {

    /**
     * The window as an age: what is at most so old occurred on one of the days. Where the calendar ends, at the ends of
     * time, days are 24 hours.
     */
    Duration window(Facts facts) {
        try {
            ZoneId local = facts.zone();
            LocalDate first = facts.asOf().atZone(local).toLocalDate().minusDays(days - 1L);
            return Duration.between(first.atStartOfDay(local).toInstant(), facts.asOf());
        } catch (DateTimeException e) {
            return Duration.ofDays(days);
        }
    }

    /**
     * When the window next moves, at the latest: the lead's next midnight, or a clock that is set back before it, which may lead
     * back into the day before.
     */
    Instant next(Facts facts) {
        try {
            ZoneId local = facts.zone();
            ZonedDateTime now = facts.asOf().atZone(local);
            ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(local);
            Instant next = (midnight.isAfter(now) ? midnight : midnight.withLaterOffsetAtOverlap()).toInstant();
            ZoneOffsetTransition change = local.getRules().nextTransition(facts.asOf());
            boolean back =
                    change != null && change.isOverlap() && change.getInstant().isBefore(next);
            return back ? change.getInstant() : next;
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
