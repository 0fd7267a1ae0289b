package dev.leadkit.condition.index;

/**
 * How the sums of several groups share few words, so that one addition adds to all: each group has a lane wide enough for
 * all weights of an index together, and half of the lane's range is added beforehand so that no sum borrows from its
 * neighbour. A group's weights are divided by what they have in common. Where even this takes too many words, nothing is packed and
 * sums are made entry by entry. Immutable.
 */
final class Lanes {

    /** How many words a cell may carry. */
    static final int MOST_WORDS = 4;

    private final int groups;
    private final int[] group;
    private final long[] weight;
    private final long[] scale;
    private final int width;
    private final int perWord;
    private final long half;
    private final long mask;

    /** Of each group its word and its place there; divisions are too dear for every lead. */
    private final int[] word;

    private final int[] shift;
    private final long[] packed;

    /**
     * Plans the lanes.
     *
     * @param groups how many groups there are
     * @param group the group of each entry
     * @param weight the weight of each entry
     */
    Lanes(int groups, int[] group, long[] weight) {
        this.groups = groups;
        this.group = group;
        this.weight = weight;
        this.scale = new long[groups];
        long[] most = new long[groups];
        for (int i = 0; i < weight.length && groups > 0; i++) {
            scale[group[i]] = gcd(scale[group[i]], Math.absExact(weight[i]));
            most[group[i]] = Math.addExact(most[group[i]], Math.absExact(weight[i]));
        }
        long greatest = 0;
        for (int g = 0; g < groups; g++) {
            scale[g] = Math.max(1, scale[g]);
            greatest = Math.max(greatest, most[g] / scale[g]);
        }
        int needed = Long.SIZE - Long.numberOfLeadingZeros(greatest) + 1;
        this.width = needed > Long.SIZE / 2 ? Long.SIZE : Math.max(2, needed);
        this.perWord = Long.SIZE / width;
        this.mask = width == Long.SIZE ? -1 : (1L << width) - 1;
        this.half = width == Long.SIZE ? 0 : 1L << (width - 1);
        this.word = new int[groups];
        this.shift = new int[groups];
        for (int g = 0; g < groups; g++) {
            word[g] = g / perWord;
            shift[g] = (g % perWord) * width;
        }
        this.packed = new long[groups > 0 ? weight.length : 0];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (weight[i] / scale[group[i]]) << shift[group[i]];
        }
    }

    private static long gcd(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** Whether sums are packed. */
    boolean isPacked() {
        return (groups + perWord - 1) / perWord <= MOST_WORDS;
    }

    /** How many words all sums take; none if they are not packed. */
    int words() {
        return isPacked() ? (groups + perWord - 1) / perWord : 0;
    }

    int groups() {
        return groups;
    }

    int group(int entry) {
        return group[entry];
    }

    long weight(int entry) {
        return weight[entry];
    }

    /** Adds an entry's weight to packed sums, or takes it away. */
    void add(int entry, long[] words, boolean added) {
        if (words.length > 0) {
            words[word[group[entry]]] += added ? packed[entry] : -packed[entry];
        }
    }

    /** An entry's weight as it is added to its group's word. */
    long packed(int entry) {
        return packed[entry];
    }

    /** Sums of nothing. */
    long[] zero() {
        long[] words = new long[words()];
        for (int g = 0; words.length > 0 && g < groups; g++) {
            words[word[g]] += half << shift[g];
        }
        return words;
    }

    int wordOf(int ofGroup) {
        return word[ofGroup];
    }

    /** What a packed word says of a group. */
    long unpacked(int ofGroup, long ofWord) {
        return (((ofWord >>> shift[ofGroup]) & mask) - half) * scale[ofGroup];
    }
}
