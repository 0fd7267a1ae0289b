package dev.leadkit.routing.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a reserved place is kept. Immutable.
 *
 * @param span for how long by the ledger's own clock, or empty if without end
 * @param committed whether the place is committed at once
 */
public record Lease(Optional<Duration> span, boolean committed) {

    /** The shortest lease; also the finest step of a ledger's clock that counts. */
    public static final Duration SHORTEST = Duration.ofNanos(1_000);

    /** The longest lease. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Lease DIRECT = new Lease(Optional.empty(), true);
    private static final Lease UNBOUNDED = new Lease(Optional.empty(), false);

    /**
     * Makes a lease.
     *
     * @param span for how long, {@link #SHORTEST} to {@link #LONGEST}
     * @param committed whether it is committed at once; then it has no span
     */
    public Lease {
        span.ifPresent(Lease::check);
        if (committed && span.isPresent()) {
            throw new IllegalArgumentException("lease of a committed place must be without end, was " + span.get());
        }
    }

    /**
     * Refuses a span that is out of its bounds; for implementations of {@link AssignmentLedger#renew}.
     *
     * @param span how long
     * @throws IllegalArgumentException if it is not from {@link #SHORTEST} to {@link #LONGEST}
     */
    public static void check(Duration span) {
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lease must be from " + SHORTEST + " to " + LONGEST + ", was " + span);
        }
    }

    /**
     * Reserves and commits in one step, for those who ask nobody whether the lead is accepted.
     *
     * @return no lease
     */
    public static Lease direct() {
        return DIRECT;
    }

    /**
     * Reserves until it is committed or released, however long that takes. What a crash leaves of it is for
     * {@code LeadDesk.reconcile} to settle.
     *
     * @return a lease without end
     */
    public static Lease unbounded() {
        return UNBOUNDED;
    }

    /**
     * Reserves for a time; after it the place is given back by whoever touches it next, or by
     * {@link AssignmentLedger#expire}.
     *
     * @param span how long, {@link #SHORTEST} to {@link #LONGEST}
     * @return the lease
     */
    public static Lease of(Duration span) {
        return new Lease(Optional.of(span), false);
    }
}
