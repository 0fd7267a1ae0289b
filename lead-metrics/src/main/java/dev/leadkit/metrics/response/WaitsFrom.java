package dev.leadkit.metrics.response;

/** From when on somebody waits for our answer. */
public enum WaitsFrom {
    /** From the start of the episode: the lead came, came again or was opened again. */
    EPISODE,
    /** From when a rep first owned the lead in the episode: its start, if one owned it then. */
    ASSIGNMENT
}
