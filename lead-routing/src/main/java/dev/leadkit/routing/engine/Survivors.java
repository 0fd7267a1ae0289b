package dev.leadkit.routing.engine;

import dev.leadkit.routing.availability.AvailableReps;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Who is left of a plan's reps while stages narrow them down: a bit for each place of a team, which is everybody until a stage
 * says which reps it is about. Used again for lead after lead. For one thread.
 */
final class Survivors {

    private final Team everybody;
    private final long[] words;
    private final int[] list;
    private Team team;
    private int end;
    private int size;

    /** Whether these are all active ones of the team, whose bits are not copied then. */
    private boolean whole;

    Survivors(Team everybody) {
        this.everybody = everybody;
        this.team = everybody;
        this.words = new long[everybody.words()];
        this.list = new int[everybody.size()];
    }

    /** Everybody who is active. */
    void start() {
        start(everybody);
    }

    private void start(Team active) {
        take(active);
        size = active.actives();
        whole = true;
    }

    private void take(Team other) {
        team = other;
        end = other.words();
    }

    private void startWithNobody(Team other) {
        take(other);
        clear();
    }

    int size() {
        return size;
    }

    void clear() {
        Arrays.fill(words, 0, end, 0);
        size = 0;
        whole = false;
    }

    void only(int rep) {
        startWithNobody(everybody);
        add(rep);
    }

    private void add(int place) {
        words[place >> 6] |= 1L << place;
        size++;
    }

    /** Lets others in as well. */
    void join(IntStream others) {
        int count = size;
        int[] before = list();
        startWithNobody(everybody);
        for (int i = 0; i < count; i++) {
            add(before[i]);
        }
        others.filter(rep -> !Team.has(words, rep)).forEach(this::add);
    }

    /** Narrows to those who are of a team. */
    void within(Team other) {
        if (whole && team == everybody) {
            start(other);
            return;
        }
        if (other.size() < size) {
            takeFrom(other);
            return;
        }
        int count = size;
        int[] before = list();
        startWithNobody(other);
        for (int i = 0; i < count; i++) {
            int place = other.place(before[i]);
            if (place >= 0) {
                add(place);
            }
        }
    }

    /** The same, looked for from the side of those who are fewer. */
    private void takeFrom(Team fewer) {
        copy();
        Team from = team;
        long[] before = Arrays.copyOf(words, end);
        startWithNobody(fewer);
        for (int place = 0; place < fewer.size(); place++) {
            int at = from.place(fewer.rep(place));
            if (at >= 0 && Team.has(before, at)) {
                add(place);
            }
        }
    }

    /** Narrows to those who meet a requirement. */
    void meeting(int requirement) {
        if (!team.knowsMeeting()) {
            keepIf(rep -> everybody.meets(requirement, rep));
            return;
        }
        copy();
        int count = 0;
        for (int i = 0; i < end; i++) {
            long left = words[i] & team.meeting(requirement, i);
            words[i] = left;
            count += Long.bitCount(left);
        }
        size = count;
    }

    /** Narrows to those who are there. */
    void present(AvailableReps available) {
        copy();
        long[] present = team.present(available);
        int count = 0;
        for (int i = 0; i < end; i++) {
            long left = words[i] & present[i];
            words[i] = left;
            count += Long.bitCount(left);
        }
        size = count;
    }

    void keepIf(IntPredicate passes) {
        copy();
        int count = 0;
        for (int i = 0; i < end; i++) {
            long kept = words[i];
            for (long left = kept; left != 0; left &= left - 1) {
                int place = i * Long.SIZE + Long.numberOfTrailingZeros(left);
                kept ^= passes.test(team.rep(place)) ? 0 : Long.lowestOneBit(left);
            }
            words[i] = kept;
            count += Long.bitCount(kept);
        }
        size = count;
    }

    /** Keeps those whose number, in the order of the list, is not negative. */
    void keepNotNegative(int[] numbers) {
        copy();
        int count = 0;
        int at = 0;
        for (int i = 0; i < end; i++) {
            long kept = words[i];
            for (long left = kept; left != 0; left &= left - 1) {
                // no branch, as none could be foreseen
                kept &= ~(Long.lowestOneBit(left) & numbers[at++] >> (Integer.SIZE - 1));
            }
            words[i] = kept;
            count += Long.bitCount(kept);
        }
        size = count;
    }

    private void copy() {
        if (whole) {
            team.copyActive(words);
            whole = false;
        }
    }

    boolean has(int rep) {
        int place = team.place(rep);
        copy();
        return place >= 0 && Team.has(words, place);
    }

    /** The numbers of the reps in order, as many as the size says; to be read only, and until this is asked again. */
    int[] list() {
        copy();
        int count = 0;
        for (int i = 0; i < end; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                list[count++] = team.rep(i * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        return list;
    }
}
