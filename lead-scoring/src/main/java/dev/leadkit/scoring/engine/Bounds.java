package dev.leadkit.scoring.engine;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;

/** Limits in units, ready for arithmetic. */
record Bounds(long floor, long cap) {

    static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);

    static Bounds of(Limits limits) {
        return new Bounds(
                limits.floor().map(Points::units).orElse(Long.MIN_VALUE),
                limits.cap().map(Points::units).orElse(Long.MAX_VALUE));
    }

    long clamp(long units) {
        return Math.max(floor, Math.min(cap, units));
    }
}
