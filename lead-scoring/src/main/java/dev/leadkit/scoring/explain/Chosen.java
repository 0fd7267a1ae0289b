package dev.leadkit.scoring.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How many parts have to be chosen to turn out otherwise, so that all that is to change follows: as few as rule out every
 * other state in which what is to stay does stay. That is the least set which meets each set of parts in which such a state
 * differs.
 */
final class Chosen {

    private final Tie tie;

    Chosen(Tie tie) {
        this.tie = tie;
    }

    /** The fewest for a state, more than zero for every state but the present one. */
    int fewest(int[] wanted) {
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
    private static int fewest(List<BitSet> others) {
        BitSet needed = new BitSet();
        others.stream().filter(each -> each.cardinality() == 1).forEach(needed::or);
        List<BitSet> left =
                least(others.stream().filter(each -> !each.intersects(needed)).toList());
        int more = 0;
        while (!isMet(left, more)) {
            more++;
        }
        return needed.cardinality() + more;
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

    private static boolean isMet(List<BitSet> sets, int chosen) {
        if (sets.isEmpty()) {
            return true;
        }
        return chosen > 0
                && sets.get(0).stream()
                        .anyMatch(part -> isMet(
                                sets.stream().filter(each -> !each.get(part)).toList(), chosen - 1));
    }
}
