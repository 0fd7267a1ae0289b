package dev.leadkit.scoring.engine;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.ScoringModel;

/** Limits in units, ready for arithmetic; without a limit, a sum saturates at the most points of a model. */
record Bounds(long floor, long cap) {

    private static final long MOST = Points.of(ScoringModel.MOST_POINTS).units();

    static final Bounds NONE = new Bounds(-MOST, MOST);

    static Bounds of(Limits limits) {
        return new Bounds(
                limits.floor().map(Points::units).orElse(-MOST),
                limits.cap().map(Points::units).orElse(MOST));
    }

    long clamp(long units) {
        return Math.max(floor, Math.min(cap, units));
    }
}
