package dev.leadkit.routing.engine;

import dev.leadkit.routing.ledger.Seating;
import java.util.stream.IntStream;

/** Which of a plan's reps were not read yet in the decision in hand, from a ledger that has to be asked. For one thread. */
final class Unread {

    private final int[] everybody;
    private final long[] readIn;
    private final int[] those;
    private long decision;

    /** The decision in which nobody is left to be read: to be asked rep by rep costs no walk over all of them then. */
    private long allReadIn;

    private int count;

    Unread(int reps) {
        this.everybody = IntStream.range(0, reps).toArray();
        this.readIn = new long[reps];
        this.those = new int[reps];
    }

    /** A new decision, for which nobody was read yet. */
    void begin() {
        decision++;
    }

    /** Finds those of some who were not read yet, and says how many they are. */
    int among(int[] some, int size) {
        count = 0;
        if (allReadIn == decision) {
            return 0;
        }
        for (int i = 0; i < size; i++) {
            if (readIn[some[i]] != decision) {
                those[count++] = some[i];
            }
        }
        return count;
    }

    /** Reads those who were found. */
    void readBy(Seating seating) {
        seating.refresh(those, count);
        for (int i = 0; i < count; i++) {
            readIn[those[i]] = decision;
        }
    }

    /** Reads everybody who was not read yet. */
    void readAllBy(Seating seating) {
        if (among(everybody, everybody.length) > 0) {
            readBy(seating);
        }
        allReadIn = decision;
    }
}
