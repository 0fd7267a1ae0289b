package dev.leadkit.desk;

import java.time.Duration;

/**
 * How long what is kept beside leads may be kept. The store forgets it when the host {@linkplain
 * dev.leadkit.store.LeadStore#forget asks it to}.
 *
 * @param payloads raw payloads; zero to keep none
 * @param idempotencyKeys idempotency keys: within this time a repetition gets the first result
 * @param quarantine submissions in quarantine
 */
public record Retention(Duration payloads, Duration idempotencyKeys, Duration quarantine) {

    private static final int KEY_DAYS = 30;
    private static final int QUARANTINE_DAYS = 90;

    /**
     * Makes a retention.
     *
     * @param payloads for raw payloads, from zero up
     * @param idempotencyKeys for idempotency keys, positive
     * @param quarantine for submissions in quarantine, positive
     */
    public Retention {
        boolean sensible = !payloads.isNegative()
                && idempotencyKeys.compareTo(Duration.ZERO) > 0
                && quarantine.compareTo(Duration.ZERO) > 0;
        if (!sensible) {
            throw new IllegalArgumentException("retention must be positive (of payloads zero or more), was " + payloads
                    + ", " + idempotencyKeys + ", " + quarantine);
        }
    }

    /**
     * No raw payloads, idempotency keys for 30 days, quarantine for 90 days.
     *
     * @return what holds if nothing else is said
     */
    public static Retention standard() {
        return new Retention(Duration.ZERO, Duration.ofDays(KEY_DAYS), Duration.ofDays(QUARANTINE_DAYS));
    }

    /**
     * The same with raw payloads.
     *
     * @param span how long they are kept; zero to keep none
     * @return a retention
     */
    public Retention payloads(Duration span) {
        return new Retention(span, idempotencyKeys, quarantine);
    }
}
