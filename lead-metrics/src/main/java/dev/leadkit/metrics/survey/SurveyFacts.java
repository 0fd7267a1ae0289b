package dev.leadkit.metrics.survey;

import dev.leadkit.metrics.segment.Grouping;
import dev.leadkit.metrics.segment.InGroup;
import java.util.OptionalInt;

/**
 * One survey that was sent to one person.
 *
 * @param group where it counts, such as the source or the rep of the person; {@link Grouping#MISSING} if there is none
 * @param score what was answered; empty while there is no answer
 */
public record SurveyFacts(String group, OptionalInt score) implements InGroup {}
