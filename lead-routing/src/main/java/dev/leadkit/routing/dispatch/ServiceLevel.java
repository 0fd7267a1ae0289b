package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

import dev.leadkit.calendar.Calendar;
import dev.leadkit.calendar.SlaClock;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What a rep owes a lead from the moment it is the rep's: to do something within some open time. If the rep does not, the lead goes to
 * somebody else, who has as much time from then on.
 *
 * @param calendar in whose open time the clock runs
 * @param target how much open time is allowed; more than nothing
 * @param kept whether it was done, by the lead's events as they are now and the moment at which the lead became the rep's; it should be
 *     pure and not throw
 */
public record ServiceLevel(Calendar calendar, Duration target, BiPredicate<LeadHistory, Instant> kept) {

    /**
     * Makes a service level.
     *
     * @param calendar in whose open time the clock runs
     * @param target how much open time is allowed
     * @param kept whether it was done
     * @throws IllegalArgumentException if the target is not more than nothing
     */
    public ServiceLevel {
        requireNonNull(calendar, "calendar");
        requireNonNull(kept, "kept");
        if (target.isNegative() || target.isZero()) {
            throw new IllegalArgumentException("target must be longer than nothing, was " + target);
        }
    }

    /**
     * A person on our side has to write to the lead or call: an outbound {@link Interacted interaction} by a {@linkplain Actor#HUMAN human}, as
     * response times are measured.
     *
     * @param calendar in whose open time the clock runs
     * @param target how much open time is allowed
     * @return the service level
     */
    public static ServiceLevel firstTouch(Calendar calendar, Duration target) {
        return new ServiceLevel(calendar, target, ServiceLevel::isTouchedSince);
    }

    private static boolean isTouchedSince(LeadHistory history, Instant since) {
        return history.events().stream()
                .filter(Interacted.class::isInstance)
                .map(Interacted.class::cast)
                .filter(event -> !event.header().occurredAt().isBefore(since))
                .map(Interacted::interaction)
                .anyMatch(each -> each.direction() == Direction.OUTBOUND && each.actor() == Actor.HUMAN);
    }

    /** When it is due; empty if the calendar never has so much open time. */
    Optional<Instant> due(Instant since) {
        return SlaClock.start(calendar, target, since).due();
    }
}
