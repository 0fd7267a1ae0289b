package dev.leadkit.desk;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** When something happened, when the desk learned of it, and whether the former was told or is the latter. */
record Moment(Instant occurredAt, Instant recordedAt, boolean told) {

    /** The finest step that common databases keep. */
    static final Duration STEP = Duration.of(1, ChronoUnit.MICROS);

    /** What was told for one instant (a day without a time, say), and clocks that differ a little, is put in the order told. */
    static final Duration CLOSE = Duration.ofSeconds(1);

    EventHeader header(LeadId lead, EventId id) {
        return new EventHeader(id, lead, occurredAt, recordedAt);
    }

    /** The moment that somebody told, if anybody did. */
    Moment told(Optional<Instant> instant) {
        return instant.map(at -> new Moment(at, recordedAt, true)).orElse(this);
    }

    /** The moment of something that came in earlier and was not taken in then. */
    Moment since(Instant received) {
        return told ? this : new Moment(received, recordedAt, false);
    }

    /** The moment some steps later; what was told stays. */
    Moment steps(int steps) {
        Instant later = recordedAt.plusNanos(steps * STEP.toNanos());
        return new Moment(told ? occurredAt : later, later, told);
    }

    Moment at(Instant instant) {
        return new Moment(instant, recordedAt, told);
    }

    /**
     * This moment, or the next one that no such event has: of two at one instant nobody knows which was first. What the
     * clock says comes behind what it, or another machine's clock, said up to a second later.
     */
    Moment free(LeadHistory history, Predicate<LeadEvent> such) {
        Instant free = told ? occurredAt : latestClose(history, such);
        while (isTaken(history, such, free)) {
            free = free.plus(STEP);
        }
        return at(free);
    }

    private Instant latestClose(LeadHistory history, Predicate<LeadEvent> such) {
        return history.events().stream()
                .filter(such)
                .map(LeadEvent::occurredAt)
                .filter(instant -> instant.isAfter(occurredAt))
                .filter(instant -> Duration.between(occurredAt, instant).compareTo(CLOSE) <= 0)
                .max(Comparator.naturalOrder())
                .orElse(occurredAt);
    }

    private static boolean isTaken(LeadHistory history, Predicate<LeadEvent> such, Instant instant) {
        return history.events().stream()
                .anyMatch(event -> such.test(event) && event.occurredAt().equals(instant));
    }
}
