package dev.leadkit.metrics.fold;

/** By which instants a figure counts. */
public enum TimeBasis {
    /** All there is, as of the instant that the figure is told for. */
    SNAPSHOT("snapshot"),
    /** By when the lead came. */
    COHORT("cohort, by capture"),
    /** By when the outcome came: a conversion, a loss, an end. */
    OUTCOME("by outcome"),
    /** By when each thing itself happened, whatever lead it belongs to. */
    EVENT("by event"),
    /** Two counts of one period that need not be of the same leads. */
    PERIOD("by period");

    private final String words;

    TimeBasis(String words) {
        this.words = words;
    }

    /**
     * How documentation writes it.
     *
     * @return a few words
     */
    public String words() {
        return words;
    }
}
