package dev.leadkit.routing.dispatch;

import static java.util.Objects.requireNonNull;

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
 * @param serviceLevel what a rep owes a lead from the moment it is the rep's; empty for nothing
 */
public record DispatchPolicy(
        Optional<Duration> lease, Duration coolDown, Optional<Duration> ageing, Optional<ServiceLevel> serviceLevel) {

    private static final Duration USUAL = Duration.ofHours(1);

    /**
     * Makes a policy.
     *
     * @param lease how long to accept
     * @param coolDown how long not to ask again
     * @param ageing when waiting counts as priority
     * @param serviceLevel what a rep owes a lead
     * @throws IllegalArgumentException if a time is out of its bounds
     */
    public DispatchPolicy {
        lease.ifPresent(Lease::check);
        if (coolDown.isNegative() || coolDown.compareTo(Lease.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "coolDown must be from nothing to " + Lease.LONGEST + ", was " + coolDown);
        }
        requireNonNull(serviceLevel, "serviceLevel");
        ageing.filter(time -> time.isNegative() || time.isZero()).ifPresent(time -> {
            throw new IllegalArgumentException("ageing must be longer than nothing, was " + time);
        });
    }

    /**
     * A policy without a service level.
     *
     * @param lease how long to accept
     * @param coolDown how long not to ask again
     * @param ageing when waiting counts as priority
     * @throws IllegalArgumentException if a time is out of its bounds
     */
    public DispatchPolicy(Optional<Duration> lease, Duration coolDown, Optional<Duration> ageing) {
        this(lease, coolDown, ageing, Optional.empty());
    }

    /**
     * Leads are assigned without asking; each hour of waiting counts as one priority.
     *
     * @return the policy
     */
    public static DispatchPolicy direct() {
        return new DispatchPolicy(Optional.empty(), Duration.ZERO, Optional.of(USUAL), Optional.empty());
    }

    /**
     * Leads are offered; each hour of waiting counts as one priority.
     *
     * @param lease how long a rep may take to accept
     * @param coolDown how long who declined is not asked again
     * @return the policy
     */
    public static DispatchPolicy offering(Duration lease, Duration coolDown) {
        return new DispatchPolicy(Optional.of(lease), coolDown, Optional.of(USUAL), Optional.empty());
    }

    /**
     * The same policy with a service level.
     *
     * @param level what a rep owes a lead
     * @return the policy
     */
    public DispatchPolicy promising(ServiceLevel level) {
        return new DispatchPolicy(lease, coolDown, ageing, Optional.of(level));
    }

    /** The priority that a lead has come to; never falls while it waits. */
    long priority(int declared, Duration waited) {
        return declared + ageing.map(waited::dividedBy).orElse(0L);
    }
}
