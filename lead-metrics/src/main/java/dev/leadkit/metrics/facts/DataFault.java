package dev.leadkit.metrics.facts;

/** What can be wrong with an event. Nothing is dropped in silence: each is counted in {@link LeadFacts#faults()}. */
public enum DataFault {
    /** It happened more than {@link #SKEW_SECONDS} after it was recorded; it counts for nothing. */
    FROM_THE_FUTURE("happened after it was recorded"),
    /** It is of a type that nobody knows; it counts for nothing. */
    UNKNOWN_TYPE("of an unknown type"),
    /** Two contents under one identifier; the one that was recorded last counts. */
    TWO_CONTENTS("one identifier, two contents"),
    /** The lead moved, was answered, won, lost or worked on before it came; durations from the capture leave it out. */
    BEFORE_CAPTURE("before the capture"),
    /** It took a time below 0; the time counts for nothing. */
    BROKEN_DURATION("a duration below 0"),
    /** It takes back a conversion, and there is none. */
    NOTHING_TO_VOID("voids no conversion");

    /** How far the clocks of two machines may differ before an event is from the future: 5 minutes. */
    public static final int SKEW_SECONDS = 300;

    private final String reason;

    DataFault(String reason) {
        this.reason = reason;
    }

    /**
     * The fault in words.
     *
     * @return a few words without a full stop
     */
    public String reason() {
        return reason;
    }
}
