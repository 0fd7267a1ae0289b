package dev.leadkit.scoring.engine;

import dev.leadkit.condition.Facts;
import dev.leadkit.scoring.model.LeadZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The last so many calendar days of a lead, the day of the score included. */
record LocalDays(int days, LeadZone zone) {

    /**
     * The window as an age: what is at most so old occurred on one of the days. Where the calendar ends, at the ends of
     * time, days are 24 hours.
     */
    Duration window(Facts facts) {
        try {
            ZoneId local = zone.of(facts.lead());
            LocalDate first = facts.asOf().atZone(local).toLocalDate().minusDays(days - 1L);
            return Duration.between(first.atStartOfDay(local).toInstant(), facts.asOf());
        } catch (DateTimeException e) {
            return Duration.ofDays(days);
        }
    }

    /** When the window next moves: the lead's next midnight. */
    Instant next(Facts facts) {
        try {
            ZoneId local = zone.of(facts.lead());
            LocalDate today = facts.asOf().atZone(local).toLocalDate();
            return today.plusDays(1).atStartOfDay(local).toInstant();
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
