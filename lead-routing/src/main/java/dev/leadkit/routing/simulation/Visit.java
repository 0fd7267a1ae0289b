package dev.leadkit.routing.simulation;

import static java.util.Objects.requireNonNull;

import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.RepId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead that came once.
 *
 * @param lead its events
 * @param at when it asked for a rep
 * @param handling how long it took up a rep's place; not negative
 * @param taker who got it in truth, if that is known
 */
public record Visit(LeadHistory lead, Instant at, Duration handling, Optional<RepId> taker) {

    /**
     * Makes a visit.
     *
     * @param lead its events
     * @param at when it came
     * @param handling how long it took up a place
     * @param taker who got it
     */
    public Visit {
        requireNonNull(lead, "lead");
        requireNonNull(at, "at");
        requireNonNull(taker, "taker");
        if (handling.isNegative()) {
            throw new IllegalArgumentException("handling must not be negative, was " + handling);
        }
    }
}
