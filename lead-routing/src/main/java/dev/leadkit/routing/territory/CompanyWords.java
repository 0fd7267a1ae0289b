package dev.leadkit.routing.territory;

import dev.leadkit.contact.LegalForms;
import java.util.BitSet;

/**
 * The keys of named companies. A company's key takes far longer than a look-up; so the first letters of each of its words
 * are looked at before: a key begins with one of the words, as legal forms are only dropped from both ends.
 */
final class CompanyWords {

    private static final int PLAIN = 0x80;
    private static final int LETTERS = 6;
    private static final int PRIME = 0x01000193;
    private static final int BITS = 1 << 20;

    private final Words keys = new Words();
    private final BitSet beginnings = new BitSet();

    /** How many letters of keys are looked at: all of short ones. A bit for each number. */
    private int lengths;

    int add(String key) {
        int hash = 0;
        int length = Math.min(LETTERS, key.length());
        for (int i = 0; i < length; i++) {
            hash = next(hash, key.charAt(i));
        }
        lengths |= 1 << length;
        beginnings.set(hash & (BITS - 1));
        return keys.add(key);
    }

    int size() {
        return keys.size();
    }

    private static int next(int hash, char letter) {
        int mixed = (hash ^ letter) * PRIME + 1;
        return mixed ^ (mixed >>> 13);
    }

    /** The number of the company of a name. */
    int find(String company) {
        return mayBeNamed(company) ? keys.find(LegalForms.standard().key(company)) : Words.NONE;
    }

    private boolean mayBeNamed(String company) {
        boolean inWord = false;
        for (int i = 0; i < company.length(); i++) {
            char c = Words.lower(company.charAt(i));
            if (c >= PLAIN || c == '&') {
                return true;
            }
            boolean letter = isLetter(c);
            if (letter && !inWord && mayBegin(company, i)) {
                return true;
            }
            inWord = letter || (inWord && !isBetween(c));
        }
        return false;
    }

    private boolean mayBegin(String company, int from) {
        int hash = 0;
        int letters = 0;
        for (int i = from; i < company.length() && letters < LETTERS; i++) {
            char c = Words.lower(company.charAt(i));
            if (c >= PLAIN || c == '&') {
                return true;
            }
            if (isLetter(c)) {
                hash = next(hash, c);
                letters++;
                if ((lengths >> letters & 1) != 0 && beginnings.get(hash & (BITS - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLetter(char lower) {
        return (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    }

    private static boolean isBetween(char c) {
        return c == ',' || c == '/' || c == '(' || c == ')' || c == '-' || Character.isWhitespace(c);
    }
}
