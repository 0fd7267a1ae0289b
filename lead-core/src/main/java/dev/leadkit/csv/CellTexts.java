package dev.leadkit.csv;

import org.jspecify.annotations.Nullable;

/**
 * The texts of cells, of which most repeat: a text that was met lately is the same object again, and so is what is made and
 * kept of it. Forgotten with the file. Not thread-safe.
 */
final class CellTexts {

    private static final int PLACES = 1_024;
    private static final int LONGEST = 32;

    private final @Nullable String[] places = new String[PLACES];

    /** The hash of each text: most others are told from it without going to the text, which is far away. */
    private final int[] hashes = new int[PLACES];

    /** A part of a text, as a text of its own. */
    String part(String text, int from, int to) {
        if (to - from > LONGEST) {
            return text.substring(from, to);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int place = (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (PLACES - 1);
        String known = hashes[place] == hash ? places[place] : null;
        if (known != null && known.length() == to - from && text.startsWith(known, from)) {
            return known;
        }
        String fresh = text.substring(from, to);
        places[place] = fresh;
        hashes[place] = hash;
        return fresh;
    }
}
