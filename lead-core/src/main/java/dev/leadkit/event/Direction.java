package dev.leadkit.event;

/** Which way an interaction went. */
public enum Direction {
    /** From the lead to us: a visit, a reply, a form. */
    INBOUND,
    /** From us to the lead: a mail, a call. */
    OUTBOUND
}
