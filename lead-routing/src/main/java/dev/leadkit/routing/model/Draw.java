package dev.leadkit.routing.model;

/**
 * A number for each (seed, lead, rep) that looks drawn by lot and is the same on every machine: FNV-1a over the texts,
 * mixed by the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class Draw {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Draw() {}

    /**
     * Draws.
     *
     * @param start a seed, or what was drawn before
     * @param text what the draw is for
     * @return the number
     */
    public static long of(long start, String text) {
        return of(start, hash(text));
    }

    /**
     * Draws for a text whose hash is known, so that many draws for the same text need not look at it again.
     *
     * @param start a seed, or what was drawn before
     * @param hash the {@linkplain #hash hash} of what the draw is for
     * @return the number, the same as of the text
     */
    public static long of(long start, long hash) {
        return mixed(hash + mixed(start));
    }

    /**
     * The hash of a text: FNV-1a over its code units.
     *
     * @param text any text
     * @return the hash
     */
    public static long hash(String text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
