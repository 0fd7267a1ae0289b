package dev.leadkit.condition.index;

import dev.leadkit.event.Interaction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The filters that interactions pass that were told before as the same objects, as a store in memory shares them. Switches itself off where
 * objects hardly ever come again. For one thread.
 */
final class InteractionMemo {

    private static final int SIZE = 512;
    private static final int TRIAL = 4_096;

    private final InteractionTypes types;
    private final @Nullable Interaction[] told = new Interaction[SIZE];
    private final int[][] passed = new int[SIZE][];
    private boolean useful = true;
    private int misses;
    private int asked;

    InteractionMemo(InteractionTypes types) {
        this.types = types;
    }

    @SuppressWarnings("ReferenceEquality") // equal ones are found by the types
    int[] of(Interaction interaction) {
        if (!useful) {
            return types.of(interaction);
        }
        int at = place(interaction);
        asked++;
        return told[at] == interaction ? passed[at] : remembered(interaction, at);
    }

    private static int place(Interaction interaction) {
        return System.identityHashCode(interaction) & (SIZE - 1);
    }

    /** Whether this very object was told before and is kept. */
    @SuppressWarnings("ReferenceEquality")
    boolean holds(Interaction interaction) {
        return told[place(interaction)] == interaction;
    }

    private int[] remembered(Interaction interaction, int at) {
        int[] found = types.of(interaction);
        told[at] = interaction;
        passed[at] = found;
        misses++;
        if (asked >= TRIAL) {
            useful = misses < asked / 2;
            if (useful) {
                misses = 0;
                asked = 0;
            } else {
                clear();
            }
        }
        return found;
    }

    /** Forgets all; what has to be told anew then says nothing about whether objects come again. */
    void clear() {
        Arrays.fill(told, null);
        Arrays.fill(passed, Cell.NONE);
        misses = 0;
        asked = 0;
    }
}
