package dev.leadkit.condition;

import java.time.Duration;

/** The one check that windows share: within reach of every instant that a business knows. */
final class Spans {

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Spans() {}

    static void checked(String what, Duration span) {
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " must be longer than nothing and at most " + LONGEST.toDays() + " days, was " + span);
        }
    }
}
