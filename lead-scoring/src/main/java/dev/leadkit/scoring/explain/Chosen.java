package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many parts have to be chosen to turn out otherwise, so that all that is to change follows: as few as rule out every
 * other state in which what is to stay does stay. That is the least set which meets each set of parts in which such a state
 * differs. To find it can take very long, so it is looked for in no more than a number of steps. For one search; not
 * thread-safe.
 */
final class Chosen {

    private int left = SmallestChange.MOST_CHOICES;
    private int doubtfulFrom = Integer.MAX_VALUE;

    /** The fewest changes that a state takes for which they were not found; the greatest number if all were. */
    int doubtfulFrom() {
        return doubtfulFrom;
    }

    /** The fewest for a state, more than zero for every state but the present one; empty where that takes too many steps. */
    OptionalInt fewest(Tie tie, int[] wanted) {
        BitSet stays = differing(wanted, new int[wanted.length]);
        stays.flip(0, wanted.length);
        List<BitSet> others = new ArrayList<>();
        for (int[] state : tie.states()) {
            BitSet differing = differing(wanted, state);
            if (!differing.isEmpty() && !differing.intersects(stays)) {
                others.add(differing);
            }
        }
        return fewest(others);
    }

    private static BitSet differing(int[] one, int[] other) {
        BitSet differing = new BitSet(one.length);
        for (int i = 0; i < one.length; i++) {
            differing.set(i, one[i] != other[i]);
        }
        return differing;
    }

    /** What alone tells a state from another must be chosen; mostly that is all. */
    private OptionalInt fewest(List<BitSet> others) {
        BitSet needed = new BitSet();
        others.stream().filter(each -> each.cardinality() == 1).forEach(needed::or);
        List<BitSet> open =
                least(others.stream().filter(each -> !each.intersects(needed)).toList());
        int apart = apart(open);
        return apart == open.size()
                ? OptionalInt.of(needed.cardinality() + apart)
                : search(open, apart, needed.cardinality());
    }

    private OptionalInt search(List<BitSet> open, int least, int needed) {
        int more = least;
        while (!isMet(open, more)) {
            if (left <= 0) {
                doubtfulFrom = Math.min(doubtfulFrom, needed + more);
                return OptionalInt.empty();
            }
            more++;
        }
        return OptionalInt.of(needed + more);
    }

    /** How many sets have nothing in common: each of them must be met by another part, which is enough where these are all sets. */
    private static int apart(List<BitSet> sets) {
        BitSet seen = new BitSet();
        int apart = 0;
        for (BitSet set : sets) {
            if (!set.intersects(seen)) {
                seen.or(set);
                apart++;
            }
        }
        return apart;
    }

    /** Without those that hold another one, which are met when that is; small ones first, because they leave few ways to go on. */
    private static List<BitSet> least(List<BitSet> sets) {
        List<BitSet> least = new ArrayList<>();
        sets.stream().sorted(Comparator.comparingInt(BitSet::cardinality)).forEach(set -> {
            if (least.stream().noneMatch(smaller -> holds(set, smaller))) {
                least.add(set);
            }
        });
        return least;
    }

    private static boolean holds(BitSet set, BitSet smaller) {
        BitSet both = (BitSet) smaller.clone();
        both.and(set);
        return both.equals(smaller);
    }

    /** Whether so many parts meet all sets; where no steps are left, only if there is nothing to meet. */
    private boolean isMet(List<BitSet> sets, int chosen) {
        if (sets.isEmpty()) {
            return true;
        }
        left--;
        return left >= 0
                && chosen > 0
                && sets.get(0).stream()
                        .anyMatch(part -> isMet(
                                sets.stream().filter(each -> !each.get(part)).toList(), chosen - 1));
    }
}
