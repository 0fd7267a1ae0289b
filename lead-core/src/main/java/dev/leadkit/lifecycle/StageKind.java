package dev.leadkit.lifecycle;

/** What it means for a lead to be in a stage. */
public enum StageKind {
    /** The lead is worked on; open stages are steps of the funnel. */
    OPEN,
    /** Nobody works on the lead now, but it is not given up: recycled, waiting. No step of the funnel. */
    PARKED,
    /** The lead became a customer: the last step of the funnel. */
    WON,
    /** The lead was given up. */
    LOST
}
