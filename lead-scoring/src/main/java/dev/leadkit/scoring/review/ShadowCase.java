package dev.leadkit.scoring.review;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.Converted;
import dev.leadkit.event.LeadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead at a moment of the past, and what became of it.
 *
 * @param history the lead's events
 * @param asOf the moment at which it is scored
 * @param outcome whether it had the wanted outcome; empty where that is not known yet
 */
public record ShadowCase(LeadHistory history, Instant asOf, Optional<Boolean> outcome) {

    /**
     * Makes a case.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @param outcome what became of it, or empty
     */
    public ShadowCase {
        requireNonNull(history, "history");
        requireNonNull(asOf, "asOf");
        requireNonNull(outcome, "outcome");
    }

    /**
     * A case whose outcome is whether the lead was converted within a span behind the moment.
     *
     * @param history the lead's events
     * @param asOf the moment at which it is scored
     * @param horizon the span, its end included
     * @param today until when events are known
     * @return the case; its outcome is not known while the span is not over and there was no conversion
     */
    public static ShadowCase converted(LeadHistory history, Instant asOf, Duration horizon, Instant today) {
        Instant end = asOf.plus(horizon);
        boolean converted = history.events().stream()
                .anyMatch(event -> event instanceof Converted
                        && event.occurredAt().isAfter(asOf)
                        && !event.occurredAt().isAfter(end));
        boolean over = !today.isBefore(end);
        return new ShadowCase(history, asOf, converted || over ? Optional.of(converted) : Optional.empty());
    }
}
