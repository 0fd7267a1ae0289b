package dev.leadkit.scoring.review;

import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.Limits;

/** How low and how high points can be, in units: every score lies within, not every number within is a score. */
record Reach(long least, long most) {

    static final Reach NOTHING = new Reach(0, 0);

    static Reach of(long units) {
        return new Reach(units, units);
    }

    Reach plus(Reach other) {
        return new Reach(least + other.least, most + other.most);
    }

    Reach minus(Reach part) {
        return new Reach(least - part.least, most - part.most);
    }

    Reach or(Reach other) {
        return new Reach(Math.min(least, other.least), Math.max(most, other.most));
    }

    Reach within(Limits limits) {
        return new Reach(limits.clamp(least), limits.clamp(most));
    }

    boolean has(Points points) {
        return least <= points.units() && points.units() <= most;
    }

    boolean has(Reach other) {
        return least <= other.least && other.most <= most;
    }

    boolean isOne() {
        return least == most;
    }

    /** The range in words: {@code from -20 to 60}. */
    @Override
    public String toString() {
        return isOne() ? new Points(least).toString() : "from " + new Points(least) + " to " + new Points(most);
    }
}
