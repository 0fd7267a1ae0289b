package dev.leadkit.routing.dispatch;

import dev.leadkit.routing.ledger.Lease;
import java.time.Duration;
import java.util.Optional;

/**
 * How leads are handed to reps.
 *
 * @param lease how long a rep may take to accept an offer, by the ledger's clock; empty to assign without asking
 * @param coolDown how long a rep who declined a lead, or let its offer lapse, is not asked about it again; not negative, at most
 *     {@link Lease#LONGEST}
 * @param ageing after which time of waiting a lead counts as of one priority higher, again and again, so that none is overtaken
 *     for ever; empty for never
 */
public record DispatchPolicy(Optional<Duration> lease, Duration coolDown, Optional<Duration> ageing) {

    private static final Duration USUAL = Duration.ofHours(1);

    /**
     * Makes a policy.
     *
     * @param lease how long to accept
     * @param coolDown how long not to ask again
     * @param ageing when waiting counts as priority
     * @throws IllegalArgumentException if a time is out of its bounds
     */
    public DispatchPolicy {
        lease.ifPresent(Lease::check);
        if (coolDown.isNegative() || coolDown.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "coolDown must be from nothing to " + Lease.LONGEST + ", was " + coolDown);
        }
        ageing.filter(time -> time.isNegative() || time.isZero()).ifPresent(time -> {
            throw new IllegalArgumentException("ageing must be longer than nothing, was " + time);
        });
    }

    /**
     * Leads are assigned without asking; each hour of waiting counts as one priority.
     *
     * @return the policy
     */
    public static DispatchPolicy direct() {
        return new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.of(USUAL));
    }

    /**
     * Leads are offered; each hour of waiting counts as one priority.
     *
     * @param lease how long a rep may take to accept
     * @param coolDown how long who declined is not asked again
     * @return the policy
     */
    public static DispatchPolicy offering(Duration lease, Duration coolDown) {
        return new DispatchPolicy(Optional.of(lease), coolDown, Optional.of(USUAL));
    }

    /** The priority that a lead has come to; never falls while it waits. */
    long priority(int declared, Duration waited) {
        return declared + ageing.map(waited::dividedBy).orElse(0L);
    }
}
