package dev.leadkit.scoring.learn;

/** Which way the points of a number may go as the number grows. */
public enum Trend {
    /** A greater number never has fewer points. */
    RISING,
    /** A greater number never has more points. */
    FALLING,
    /** Either of both, whichever the outcomes speak for; never up and down. */
    EITHER
}
