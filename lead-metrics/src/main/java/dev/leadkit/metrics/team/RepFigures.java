package dev.leadkit.metrics.team;

import dev.leadkit.metrics.fold.KpiResult;

/**
 * One rep of {@link RepEfficiency}.
 *
 * @param conversion {@code rep.conversion}: conversions of leads that the rep owned at that time, over the leads that the rep had, with
 *     Wilson's interval
 * @param perHour {@code rep.conversions-per-hour}: those conversions over the hours of work; undefined if no time was told
 * @param observedToExpected conversions over the sum of the chances, of the leads that the rep had when their outcome came
 * @param firstTouch {@code rep.first-touch.p50}: the median time from capture to the first answer, of those that were answered while the
 *     rep owned them, in seconds
 */
public record RepFigures(KpiResult conversion, KpiResult perHour, KpiResult observedToExpected, KpiResult firstTouch) {}
