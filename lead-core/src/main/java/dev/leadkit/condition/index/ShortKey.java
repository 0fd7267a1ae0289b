package dev.leadkit.condition.index;

/**
 * Short texts of ASCII as two words, so that they are told apart without a loop: eight letters of both ends, and eight of those between. Letters
 * that a text does not have repeat others; its length makes up for it. Two texts have the same words exactly if they are the same, without
 * regard to case where the words are in lower case.
 */
final class ShortKey {

    /** Up to how many letters a text is short. */
    static final int LONGEST = 16;

    /** Instead of a word, where a letter is beyond ASCII. */
    static final long NONE = -1;

    private static final int ENDS = 8;
    private static final int END = 4;
    private static final int ASCII = 128;
    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = 0x80 * EACH;

    private ShortKey() {}

    /**
     * The word of both ends.
     *
     * @param text a short text, not empty
     * @param last where its last letter is
     */
    static long ends(String text, int last) {
        int three = Math.min(last, END - 1);
        int a = text.charAt(0);
        int b = text.charAt(Math.min(1, last));
        int c = text.charAt(Math.min(2, last));
        int d = text.charAt(three);
        int e = text.charAt(last - three);
        int f = text.charAt(last - Math.min(2, last));
        int g = text.charAt(last - Math.min(1, last));
        int h = text.charAt(last);
        return (a | b | c | d | e | f | g | h) < ASCII ? word(a, b, c, d) | word(e, f, g, h) << Integer.SIZE : NONE;
    }

    /**
     * The word of what is between the ends.
     *
     * @param text a short text
     * @param last where its last letter is
     */
    static long middle(String text, int last) {
        if (last < ENDS) {
            return 0;
        }
        int end = last - END;
        int a = text.charAt(END);
        int b = text.charAt(Math.min(5, end));
        int c = text.charAt(Math.min(6, end));
        int d = text.charAt(Math.min(7, end));
        int e = text.charAt(Math.min(8, end));
        int f = text.charAt(Math.min(9, end));
        int g = text.charAt(Math.min(10, end));
        int h = text.charAt(end);
        return (a | b | c | d | e | f | g | h) < ASCII ? word(a, b, c, d) | word(e, f, g, h) << Integer.SIZE : NONE;
    }

    private static long word(int a, int b, int c, int d) {
        return a | b << 8 | c << 16 | d << 24;
    }

    /** The same letters in lower case. */
    static long lower(long word) {
        long fromA = word + (0x80 - 'A') * EACH;
        long beyondZ = word + (0x7F - 'Z') * EACH;
        return word | (fromA & ~beyondZ & TOP) >>> 2;
    }

    /** The length, in bits that no letter of ASCII has. */
    static long length(int last) {
        return ((last * 0x204081L) & 0x01010101L) << 7;
    }
}
