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
 * @param cut which of the events are seen at the moment
 */
public record ShadowCase(LeadHistory history, Instant asOf, Optional<Boolean> outcome, Cut cut) {

    /** Which events are seen at a moment. */
    public enum Cut {
        /**
         * Those that were recorded by then: what the score of that moment could rest on. Of a history that was imported later
         * nothing is seen.
         */
        KNOWN,
        /**
         * Those that had occurred by then, whenever they were recorded: for a history that was imported. What was entered later with
         * an earlier date is seen, too, and may give the outcome away.
         */
        OCCURRED
    }

    /**
     * Makes a case.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @param outcome what became of it, or empty
     * @param cut which of the events are seen
     */
    public ShadowCase {
        requireNonNull(history, "history");
        requireNonNull(asOf, "asOf");
        requireNonNull(outcome, "outcome");
        requireNonNull(cut, "cut");
    }

    /**
     * A case that is scored by what was known at the moment.
     *
     * @param history the lead's events
     * @param asOf the moment
     * @param outcome what became of it, or empty
     */
    public ShadowCase(LeadHistory history, Instant asOf, Optional<Boolean> outcome) {
        this(history, asOf, outcome, Cut.KNOWN);
    }

    /**
     * A case whose outcome is whether the lead was converted within a span behind the moment. It is scored by what was known
     * at the moment; see {@link #byOccurrence()}.
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

    /**
     * The same case, scored by what had occurred.
     *
     * @return the case with {@link Cut#OCCURRED}
     */
    public ShadowCase byOccurrence() {
        return new ShadowCase(history, asOf, outcome, Cut.OCCURRED);
    }

    /** The events that are seen at the moment. */
    LeadHistory seen() {
        return cut == Cut.KNOWN ? history.knownAt(asOf) : history.until(asOf);
    }

    /** Whether something had occurred by the moment, and nothing of it is seen. */
    boolean isUnknown() {
        return seen().until(asOf).events().isEmpty()
                && !history.until(asOf).events().isEmpty();
    }
}
