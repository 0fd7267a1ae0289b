package dev.leadkit.routing.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * One number for each rep, side by side, so that a ranking reads them without a detour. Grows by whole pieces that never move,
 * so that nobody writes into one that was left behind. Neighbours share cache lines: whole reservations of two threads were no
 * slower on neighbours than on distant numbers, and numbers kept apart would take eight times the memory to read.
 *
 * <p>Loads are packed: the count of their changes in the upper 32 bits, the units in the lower.
 */
final class Column {

    /** What {@link #move} answers where there is no room. */
    static final long NO_ROOM = -1;

    /** Far enough from the ends of a long that the threads of any machine together cannot pass them. */
    private static final long MOST_LAG = 1L << 62;

    private static final long FAR = MOST_LAG / 2;
    private static final int BITS = 10;
    private static final int PIECE = 1 << BITS;

    private volatile AtomicLongArray[] pieces = {};

    /** Whether a lag was ever so far from 0 that one may be near the end; as long as not, none need be looked at. */
    private volatile boolean far;

    /** The number as it is; 0 of who was never written. */
    long get(int rep) {
        AtomicLongArray[] now = pieces;
        int piece = rep >> BITS;
        return piece < now.length ? now[piece].get(rep & (PIECE - 1)) : 0;
    }

    /** The units of a packed load. */
    int units(int rep) {
        return (int) get(rep);
    }

    /**
     * Changes a packed load, if it is within the limit then, in that many steps; gives the number of the last step, or
     * {@link #NO_ROOM}.
     */
    long move(int rep, int units, int limit, int steps) {
        AtomicLongArray piece = piece(rep);
        int index = rep & (PIECE - 1);
        while (true) {
            long before = piece.get(index);
            long load = (long) (int) before + units;
            if (load > limit) {
                return NO_ROOM;
            }
            long step = (before >>> Integer.SIZE) + steps;
            if (piece.compareAndSet(index, before, step << Integer.SIZE | load)) {
                return step & 0xFFFF_FFFFL;
            }
        }
    }

    /** Gives units back, which is always possible; gives the number of the step. */
    long giveBack(int rep, int units) {
        return move(rep, -units, Integer.MAX_VALUE, 1);
    }

    void add(int rep, long delta) {
        long sum = piece(rep).getAndAdd(rep & (PIECE - 1), delta) + delta;
        if (sum > FAR || sum < -FAR) {
            far = true;
        }
    }

    boolean isFar() {
        return far;
    }

    /** Takes all that is there. */
    long take(int rep) {
        return get(rep) == 0 ? 0 : piece(rep).getAndSet(rep & (PIECE - 1), 0);
    }

    void checkLag(int rep) {
        long lag = get(rep);
        if (lag > MOST_LAG || lag < -MOST_LAG) {
            throw new ArithmeticException("lag must be within 2^62 units, was " + lag);
        }
    }

    private AtomicLongArray piece(int rep) {
        AtomicLongArray[] now = pieces;
        int piece = rep >> BITS;
        return piece < now.length ? now[piece] : grown(piece);
    }

    private synchronized AtomicLongArray grown(int piece) {
        AtomicLongArray[] now = pieces;
        if (piece >= now.length) {
            AtomicLongArray[] more = Arrays.copyOf(now, piece + 1);
            for (int i = now.length; i <= piece; i++) {
                more[i] = new AtomicLongArray(PIECE);
            }
            pieces = more;
            now = more;
        }
        return now[piece];
    }
}
