package dev.leadkit.routing.engine;

import dev.leadkit.routing.model.Rep;
import dev.leadkit.routing.model.Requirement;
import dev.leadkit.routing.skill.SkillIndex;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Puts teams of a plan's reps together. What small teams know by heart takes {@value #MOST_WORDS} words of memory at most, all of them
 * together; those that come later look at what is known of everybody. Thread-safe.
 */
final class Teams {

    private static final long MOST_WORDS = 1 << 22;

    private final int requirements;
    private final Team everybody;

    /** The requirements that each rep meets, one rep after the other; where those of each rep begin. */
    private final int[] met;

    private final int[] first;
    private final AtomicLong room;
    private final Map<CharBuffer, Team> known = new ConcurrentHashMap<>();

    Teams(List<Rep> reps, List<Requirement> all) {
        this(reps, all, MOST_WORDS);
    }

    /** With so many words of memory for small teams. */
    Teams(List<Rep> reps, List<Requirement> all, long words) {
        room = new AtomicLong(words);
        requirements = all.size();
        SkillIndex skills = SkillIndex.of(reps, all);
        List<BitSet> meeting =
                IntStream.range(0, requirements).mapToObj(skills::meeting).toList();
        first = first(reps.size(), meeting);
        met = met(meeting);
        BitSet active = new BitSet();
        IntStream.range(0, reps.size()).filter(i -> reps.get(i).active()).forEach(active::set);
        everybody = new Team(
                numbers(IntStream.range(0, reps.size()).toArray()), sets(active, meeting, Team.words(reps.size())));
    }

    /** A plan has at most 10,000 reps. */
    private static char[] numbers(int[] reps) {
        char[] numbers = new char[reps.length];
        for (int i = 0; i < reps.length; i++) {
            numbers[i] = (char) reps[i];
        }
        return numbers;
    }

    private static int[] first(int reps, List<BitSet> meeting) {
        int[] first = new int[reps + 1];
        meeting.forEach(bits -> bits.stream().forEach(rep -> first[rep + 1]++));
        for (int rep = 0; rep < reps; rep++) {
            first[rep + 1] += first[rep];
        }
        return first;
    }

    private int[] met(List<BitSet> meeting) {
        int[] found = new int[first[first.length - 1]];
        int[] end = first.clone();
        for (int i = 0; i < meeting.size(); i++) {
            int requirement = i;
            meeting.get(i).stream().forEach(rep -> found[end[rep]++] = requirement);
        }
        return found;
    }

    private static long[] sets(BitSet active, List<BitSet> meeting, int words) {
        long[] sets = Arrays.copyOf(active.toLongArray(), (1 + meeting.size()) * words);
        for (int i = 0; i < meeting.size(); i++) {
            long[] bits = meeting.get(i).toLongArray();
            System.arraycopy(bits, 0, sets, (i + 1) * words, bits.length);
        }
        return sets;
    }

    /** All reps of the plan: the place of each is the number. */
    Team everybody() {
        return everybody;
    }

    /** The team of some reps; the same for the same ones. */
    Team of(BitSet members) {
        CharBuffer reps = CharBuffer.wrap(numbers(members.stream().toArray()));
        return known.computeIfAbsent(reps, fresh -> made(fresh.array()));
    }

    private Team made(char... reps) {
        int words = Team.words(reps.length);
        boolean knows = hasRoom((long) requirements * words);
        long[] sets = new long[(knows ? 1 + requirements : 1) * words];
        for (int place = 0; place < reps.length; place++) {
            if (everybody.isActive(reps[place])) {
                sets[place >> 6] |= 1L << place;
            }
            if (knows) {
                putMet(reps[place], place, words, sets);
            }
        }
        return new Team(reps, sets);
    }

    private boolean hasRoom(long words) {
        return room.getAndUpdate(left -> left >= words ? left - words : left) >= words;
    }

    private void putMet(int rep, int place, int words, long[] sets) {
        for (int i = first[rep]; i < first[rep + 1]; i++) {
            sets[(met[i] + 1) * words + (place >> 6)] |= 1L << place;
        }
    }
}
