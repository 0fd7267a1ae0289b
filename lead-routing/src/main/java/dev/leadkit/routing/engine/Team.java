package dev.leadkit.routing.engine;

import dev.leadkit.routing.availability.AvailableReps;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some of a plan's reps, who are asked about together. Each has a place, in the order of the numbers, and who of them fits what is
 * one bit a place: what is asked of a small team then stands in one or two words of memory, however many reps the plan has.
 * Immutable but for what it remembers, and thread-safe.
 */
final class Team {

    private final char[] reps;
    private final int words;
    private final int actives;

    /** Who is active, then who meets each requirement, unless that would take too much memory. */
    private final long[] sets;

    private volatile @Nullable Present present;

    /** Who is there, of those who are of the team. What is known of all reps is not held because one of many teams saw it last. */
    private static final class Present {

        private final Object stamp;
        private final long[] words;

        Present(AvailableReps of, long[] words) {
            this.stamp = of.stamp();
            this.words = words;
        }
    }

    /**
     * Makes a team.
     *
     * @param reps the numbers, ascending
     * @param sets by place, who is active, and behind that who meets each requirement; without the latter if that is to be
     *     asked of each rep
     */
    Team(char[] reps, long[] sets) {
        this.reps = reps;
        this.words = words(reps.length);
        this.sets = sets;
        this.actives = count();
    }

    /** How many words it takes to have a bit for each of so many. */
    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    private int count() {
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(sets[i]);
        }
        return count;
    }

    int size() {
        return reps.length;
    }

    /** How many words its sets have. */
    int words() {
        return words;
    }

    /** The number of the rep at a place. */
    int rep(int place) {
        return reps[place];
    }

    /** The place of a rep; negative if the rep is not of the team. */
    int place(int rep) {
        // as numbers ascend, nobody is missing before one that stands at its own place
        return rep < reps.length && reps[rep] == rep ? rep : Arrays.binarySearch(reps, (char) rep);
    }

    boolean has(int rep) {
        return place(rep) >= 0;
    }

    boolean isActive(int rep) {
        int place = place(rep);
        return place >= 0 && has(sets, place);
    }

    static boolean has(long[] bits, int place) {
        return (bits[place >> 6] >>> place & 1) != 0;
    }

    /** Writes who is active, by place. */
    void copyActive(long[] into) {
        System.arraycopy(sets, 0, into, 0, words);
    }

    int actives() {
        return actives;
    }

    /** Whether it knows by heart who meets a requirement. */
    boolean knowsMeeting() {
        return sets.length > words;
    }

    /** A word of those who meet a requirement; only if {@link #knowsMeeting}. */
    long meeting(int requirement, int word) {
        return sets[(requirement + 1) * words + word];
    }

    boolean meets(int requirement, int place) {
        return (meeting(requirement, place >> 6) >>> place & 1) != 0;
    }

    /** Those who are there, by place; put together once for all leads that come until that changes. To be read only. */
    long[] present(AvailableReps available) {
        Present known = present;
        if (known == null || known.stamp != available.stamp()) {
            known = new Present(available, gathered(available));
            present = known;
        }
        return known.words;
    }

    private long[] gathered(AvailableReps available) {
        long[] there = new long[words];
        for (int place = 0; place < reps.length; place++) {
            if (available.isAvailable(reps[place])) {
                there[place >> 6] |= 1L << place;
            }
        }
        return there;
    }
}
