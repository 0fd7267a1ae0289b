package dev.leadkit.metrics.survival;

import dev.leadkit.accuracy.Interval;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A day on which something happened to some leads. Day {@code j} is the time of more than {@code j - 1} and at most {@code j} times 24
 * hours after a lead's capture; day 0 is its very second.
 *
 * @param day which day, from 0
 * @param atRisk how many leads were observed until that day and had come to no end before it
 * @param events to how many of them it happened that day
 * @param others how many of them came to another end that day
 * @param incidence the chance that it happens by the end of that day, from 0 to 1, with {@link Curve#SCALE} decimals
 * @param interval where the true chance is expected with 95 % confidence; empty where the chance is 0 or 1, or its variance is
 */
public record CurveStep(
        long day, long atRisk, long events, long others, BigDecimal incidence, Optional<Interval> interval) {}
