package dev.leadkit.routing.availability;

/** Whose hours are open, and who is away: sets of reps as bits. Changed while it is made, then left alone. */
final class Presence {

    private final long[] open;
    private final long[] away;
    private final long[] hard;

    Presence(int reps) {
        this(new long[words(reps)], new long[words(reps)], new long[words(reps)]);
    }

    private Presence(long[] open, long[] away, long[] hard) {
        this.open = open;
        this.away = away;
        this.hard = hard;
    }

    private static int words(int reps) {
        return (reps + Long.SIZE - 1) / Long.SIZE;
    }

    Presence copy() {
        return new Presence(open.clone(), away.clone(), hard.clone());
    }

    /** The sets, by the kind of change. */
    private long[] set(Change change) {
        return switch (change) {
            case OPEN -> open;
            case AWAY -> away;
            case HARD -> hard;
        };
    }

    /** What can change of a rep. */
    enum Change {
        OPEN,
        AWAY,
        HARD
    }

    void change(Change change, int rep, boolean on) {
        long[] set = set(change);
        long bit = 1L << rep;
        set[rep >>> 6] = on ? set[rep >>> 6] | bit : set[rep >>> 6] & ~bit;
    }

    /** Those who take new leads. */
    long[] available() {
        return openWithout(away);
    }

    /** Those who take leads that are their own. */
    long[] availableToOwn() {
        return openWithout(hard);
    }

    private long[] openWithout(long[] others) {
        long[] left = new long[open.length];
        for (int i = 0; i < open.length; i++) {
            left[i] = open[i] & ~others[i];
        }
        return left;
    }
}
