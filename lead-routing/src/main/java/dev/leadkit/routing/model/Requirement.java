package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;
import java.time.Duration;
import java.util.Optional;

/**
 * A skill that some leads require, for ever or until they have waited long enough. A lead requires all skills of the requirements
 * whose conditions are true; unknown is not true.
 *
 * @param when which leads require it
 * @param skill the skill; not blank
 * @param level the least level, {@link Rep#LEAST_LEVEL} to {@link Rep#MOST_LEVEL}
 * @param dropAfter after which time of waiting it is dropped, because it is only preferred; longer than nothing, at most
 *     {@link #LONGEST_WAIT}; empty for never
 */
public record Requirement(Condition when, String skill, int level, Optional<Duration> dropAfter) {

    /** The longest time of waiting that a plan may name: some hundred years. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(36_525);

    /**
     * Makes a requirement.
     *
     * @param when which leads require it
     * @param skill the skill
     * @param level the least level
     * @param dropAfter after which time it is dropped
     * @throws IllegalArgumentException if the skill is blank, or the level or the time out of its bounds
     */
    public Requirement {
        requireNonNull(when, "when");
        requireNonNull(dropAfter, "dropAfter");
        if (skill.isBlank()) {
            throw new IllegalArgumentException("skill must be a text, was blank");
        }
        if (level < Rep.LEAST_LEVEL || level > Rep.MOST_LEVEL) {
            throw new IllegalArgumentException(
                    "level must be from " + Rep.LEAST_LEVEL + " to " + Rep.MOST_LEVEL + ", was " + level);
        }
        dropAfter.ifPresent(time -> checkWait("dropAfter", time));
    }

    static void checkWait(String what, Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(
                    what + " must be longer than nothing and at most " + LONGEST_WAIT + ", was " + time);
        }
    }

    /**
     * Makes a requirement that is never dropped.
     *
     * @param when which leads require it
     * @param skill the skill
     * @param level the least level
     */
    public Requirement(Condition when, String skill, int level) {
        this(when, skill, level, Optional.empty());
    }
}
