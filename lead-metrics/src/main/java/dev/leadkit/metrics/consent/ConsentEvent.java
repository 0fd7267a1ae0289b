package dev.leadkit.metrics.consent;

import dev.leadkit.lead.Channel;
import java.time.Instant;

/**
 * One thing that happened between us and one person about one channel and purpose.
 *
 * @param channel by which way we reach the person
 * @param purpose what for, such as {@code newsletter}; not blank
 * @param act what happened
 * @param at when it happened
 */
public record ConsentEvent(Channel channel, String purpose, Act act, Instant at) {

    /** What can happen. At one instant, things happen in this order: what was sent then was not sent after the withdrawal. */
    public enum Act {
        /** We asked for consent. */
        ASKED,
        /** The person gave consent. */
        OPTED_IN,
        /** A message of ours arrived. */
        DELIVERED,
        /** The person withdrew or refused consent. */
        OPTED_OUT,
        /** The person complained to us, to the mailbox provider or to an authority. */
        COMPLAINED
    }

    /**
     * Checks the purpose.
     *
     * @param channel by which way we reach the person
     * @param purpose what for
     * @param act what happened
     * @param at when it happened
     */
    public ConsentEvent {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("purpose must be a text, was blank");
        }
    }

    String line() {
        return channel.name() + " / " + purpose;
    }
}
