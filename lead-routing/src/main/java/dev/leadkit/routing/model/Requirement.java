package dev.leadkit.routing.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.condition.Condition;

/**
 * A skill that some leads require. A lead requires all skills of the requirements whose conditions are true; unknown is not
 * true.
 *
 * @param when which leads require it
 * @param skill the skill; not blank
 * @param level the least level, {@link Rep#LEAST_LEVEL} to {@link Rep#MOST_LEVEL}
 */
public record Requirement(Condition when, String skill, int level) {

    /**
     * Makes a requirement.
     *
     * @param when which leads require it
     * @param skill the skill
     * @param level the least level
     * @throws IllegalArgumentException if the skill is blank or the level out of its bounds
     */
    public Requirement {
        requireNonNull(when, "when");
        if (skill.isBlank()) {
            throw new IllegalArgumentException("skill must be a text, was blank");
        }
        if (level < Rep.LEAST_LEVEL || level > Rep.MOST_LEVEL) {
            throw new IllegalArgumentException(
                    "level must be from " + Rep.LEAST_LEVEL + " to " + Rep.MOST_LEVEL + ", was " + level);
        }
    }
}
