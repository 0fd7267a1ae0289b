package dev.leadkit.scoring.explain;

import java.util.Arrays;

/** The most that 0, 1, 2 ... changes can bring, in units. */
final class Gains {

    private final long[] most;

    private Gains(long[] most) {
        this.most = most;
    }

    static Gains none(int changes) {
        return new Gains(new long[changes + 1]);
    }

    /** With one of some ways more to choose from. */
    Gains or(Choices choices) {
        long[] more = Arrays.copyOf(most, most.length);
        for (Way way : choices.ways()) {
            for (int changes = way.changes(); changes < more.length; changes++) {
                more[changes] = Math.max(more[changes], most[changes - way.changes()] + way.gain());
            }
        }
        return new Gains(more);
    }

    long of(int changes) {
        return most[changes];
    }
}
