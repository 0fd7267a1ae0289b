package dev.leadkit.event;

/** Who acted on our side of an interaction. */
public enum Actor {
    /** A person: a rep's call or mail. Only these count as a response. */
    HUMAN,
    /** A machine: an auto-reply, a newsletter, tracking. */
    AUTOMATED
}
