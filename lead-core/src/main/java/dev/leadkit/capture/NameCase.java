package dev.leadkit.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gives a person's name its capitals back when it was written without any difference between them. A name in mixed case
 * stays as it is: its writer knew better.
 */
final class NameCase {

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "ten", "ter", "zu", "bin",
            "ibn", "y");
    private static final Set<String> NUMERALS = Set.of("ii", "iii", "iv");

    private NameCase() {}

    static String restore(String name) {
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < name.length() && !(upper && lower); i += Character.charCount(name.codePointAt(i))) {
            upper |= Character.isUpperCase(name.codePointAt(i));
            lower |= Character.isLowerCase(name.codePointAt(i));
        }
        return upper == lower ? name : titled(name);
    }

    private static String titled(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).replace("i\u0307", "i").split(" ", -1);
        List<String> titled = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            titled.add(stays(words, i) ? words[i] : word(words[i], i));
        }
        return String.join(" ", titled);
    }

    /** A particle between two words, or the first of several: "Ludwig van Beethoven", "van der Berg", but "De Niro". */
    private static boolean stays(String[] words, int i) {
        boolean last = i == words.length - 1;
        return !last && PARTICLES.contains(words[i]) && (i > 0 || PARTICLES.contains(words[i + 1]));
    }

    private static String word(String word, int position) {
        if (position > 0 && NUMERALS.contains(word)) {
            return word.toUpperCase(Locale.ROOT);
        }
        StringBuilder titled = new StringBuilder(word.length());
        boolean starts = true;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            int c = word.codePointAt(i);
            titled.appendCodePoint(starts || followsMc(word, i) ? Character.toTitleCase(c) : c);
            starts = startsAfter(word, i, c);
        }
        return titled.toString();
    }

    /** After a hyphen or a point always, after an apostrophe if a name follows: "O'Brien", but "Jones's". */
    private static boolean startsAfter(String word, int i, int c) {
        boolean apostrophe = c == '\'' || c == '\u2019';
        return apostrophe ? word.length() - i > 2 : !Character.isLetterOrDigit(c) && !isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean followsMc(String word, int i) {
        boolean mc =
                i >= 2 && word.startsWith("mc", i - 2) && (i == 2 || !Character.isLetter(word.codePointBefore(i - 2)));
        return mc && word.length() - i > 2;
    }
}
