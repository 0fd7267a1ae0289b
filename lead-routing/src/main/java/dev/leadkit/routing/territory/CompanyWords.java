package dev.leadkit.routing.territory;

import dev.leadkit.contact.LegalForms;

/**
 * The keys of named companies. A company's key takes far longer than a look-up; so the first letters of each of its words
 * are looked at before: a key begins with one of the words, as legal forms are only dropped from both ends.
 */
final class CompanyWords {

    private static final int PLAIN = 0x80;
    private static final int LETTERS = 6;

    private final Words keys = new Words();
    private final Sieve beginnings = new Sieve();

    /** How many letters of keys are looked at: all of short ones. A bit for each number. */
    private int lengths;

    int add(String key) {
        int length = Math.min(LETTERS, key.length());
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = Sieve.next(hash, key.charAt(i));
        }
        int before = keys.size();
        int known = keys.add(key);
        if (keys.size() > before) {
            lengths |= 1 << length;
            beginnings.add(hash);
        }
        return known;
    }

    int size() {
        return keys.size();
    }

    /** The number of the company of a name. */
    int find(String company) {
        return mayBeNamed(company) ? keys.find(LegalForms.standard().key(company)) : Words.NONE;
    }

    /** Never false of a company that is named. */
    boolean mayBeNamed(String company) {
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
                hash = Sieve.next(hash, c);
                letters++;
                if ((lengths >> letters & 1) != 0 && beginnings.mayHave(hash)) {
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
