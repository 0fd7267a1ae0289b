package dev.leadkit.metrics.funnel;

import static java.util.Objects.requireNonNull;

import dev.leadkit.metrics.facts.FactEvent;
import java.io.Serializable;
import java.time.Duration;

/**
 * How much time the steps of a funnel may take; a step exactly at its end is still in it. Immutable and thread-safe.
 *
 * @param from where the time begins
 * @param length how long it is; zero where there is no limit
 */
public record Window(From from, Duration length) implements Serializable {

    /** As long as it takes. */
    public static final Window NONE = new Window(From.NOWHERE, Duration.ZERO);

    /** Where the time begins. */
    public enum From {
        /** There is no limit. */
        NOWHERE,
        /** At the first step: all others must follow within the length. */
        FIRST_STEP,
        /** At each step: the next must follow within the length. */
        EACH_STEP
    }

    /**
     * Makes a window.
     *
     * @param from where the time begins
     * @param length how long it is
     */
    public Window {
        requireNonNull(from, "from");
        requireNonNull(length, "length");
    }

    /**
     * A time for all steps together.
     *
     * @param length from the first step to the last
     * @return the window
     */
    public static Window fromFirstStep(Duration length) {
        return new Window(From.FIRST_STEP, length);
    }

    /**
     * A time for every step.
     *
     * @param length from each step to the next
     * @return the window
     */
    public static Window perStep(Duration length) {
        return new Window(From.EACH_STEP, length);
    }

    /** Whether a step may still be taken, by the first step and the one before. */
    boolean holds(FactEvent first, FactEvent before, FactEvent step) {
        return switch (from) {
            case NOWHERE -> true;
            case FIRST_STEP -> step.isBefore(first) || first.within(step, length);
            case EACH_STEP -> step.isBefore(before) || before.within(step, length);
        };
    }

    boolean isLimit() {
        return from != From.NOWHERE;
    }

    @Override
    public String toString() {
        return switch (from) {
            case NOWHERE -> "none";
            case FIRST_STEP -> length.toString();
            case EACH_STEP -> length + "/step";
        };
    }
}
