package dev.leadkit.enrichment;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When providers are asked and what is taken over from them. What was submitted is never replaced, and what was explicitly
 * cleared never filled, whatever the policy.
 *
 * @param filling which fields are wanted
 * @param askAgainAfter how long a provider that answered about a lead is not asked about it again
 * @param retryAfter how long a lead waits when its provider could not be asked, or did not say when to try again
 * @param timeout how long a call may take; it is handed to the provider as a deadline
 */
public record EnrichmentPolicy(Filling filling, Duration askAgainAfter, Duration retryAfter, Duration timeout) {

    /** The longest span that a policy may have: 36,500 days. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    private static final int ASK_AGAIN_DAYS = 90;
    private static final int TIMEOUT_SECONDS = 10;

    /** Which fields are wanted, and what is taken over. */
    public enum Filling {
        /** Only fields that have no value. */
        EMPTY_ONLY,
        /**
         * Also fields whose value came from a provider that was not quite sure; it is replaced by one that is surer. A value
         * without a stated confidence is less sure than any with one.
         */
        REPLACE_LESS_SURE
    }

    /**
     * Makes a policy.
     *
     * @param filling which fields are wanted
     * @param askAgainAfter positive, at most {@link #LONGEST}
     * @param retryAfter positive, at most {@link #LONGEST}
     * @param timeout positive, at most {@link #LONGEST}
     */
    public EnrichmentPolicy {
        requireNonNull(filling, "filling");
        check("ask again after", askAgainAfter);
        check("retry after", retryAfter);
        check("timeout", timeout);
    }

    static void check(String what, Duration span) {
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " must be positive and at most " + LONGEST.toDays() + " days, was " + span);
        }
    }

    /**
     * Only empty fields; asked again after 90 days, tried again after an hour, 10 seconds for a call.
     *
     * @return what holds if nothing else is said
     */
    public static EnrichmentPolicy standard() {
        return new EnrichmentPolicy(
                Filling.EMPTY_ONLY,
                Duration.ofDays(ASK_AGAIN_DAYS),
                Duration.ofHours(1),
                Duration.ofSeconds(TIMEOUT_SECONDS));
    }

    /**
     * The same with other fields wanted.
     *
     * @param which which fields are wanted
     * @return a policy
     */
    public EnrichmentPolicy filling(Filling which) {
        return new EnrichmentPolicy(which, askAgainAfter, retryAfter, timeout);
    }

    /**
     * The same with another span between two answers of one provider.
     *
     * @param span the span
     * @return a policy
     */
    public EnrichmentPolicy askAgainAfter(Duration span) {
        return new EnrichmentPolicy(filling, span, retryAfter, timeout);
    }

    /**
     * The same with another wait before a lead is tried again.
     *
     * @param span the span
     * @return a policy
     */
    public EnrichmentPolicy retryAfter(Duration span) {
        return new EnrichmentPolicy(filling, askAgainAfter, span, timeout);
    }

    /**
     * The same with another time for a call.
     *
     * @param span the time
     * @return a policy
     */
    public EnrichmentPolicy timeout(Duration span) {
        return new EnrichmentPolicy(filling, askAgainAfter, retryAfter, span);
    }
}
