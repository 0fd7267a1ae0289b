package dev.leadkit.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a writer probably meant. Stateless and thread-safe. */
public final class Suggestion {

    private static final int FARTHEST = 3;
    private static final int LONGEST = 200;

    private Suggestion() {}

    /**
     * A hint for a word that is not known.
     *
     * @param word the word as written
     * @param known the words that exist; their order does not matter
     * @return {@code Did you mean "x"?} for the nearest known word (by edit distance, at most 3 edits, and one for every
     *     two characters of the word but always one), else the list of known words if there are at most twelve, else an empty text
     */
    public static String of(String word, Collection<String> known) {
        return nearest(word, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElseGet(() -> list(known));
    }

    /**
     * The known word that was probably meant.
     *
     * @param word the word as written
     * @param known the words that exist; their order does not matter
     * @return the nearest known word, or empty if none is near; none is to a word of more than 200 characters
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST && distance(word, candidate) <= farthest(word))
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int farthest(String word) {
        return Math.min(FARTHEST, Math.max(1, word.length() / 2));
    }

    private static String list(Collection<String> known) {
        return known.isEmpty() || known.size() > 12
                ? ""
                : "Known: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    /** Levenshtein's edit distance, letters' case apart; at least that beyond the farthest. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int longer = Math.abs(a.length() - b.length());
        if (longer > FARTHEST) {
            return longer;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            nextRow(row, i, a.charAt(i - 1), b);
        }
        return row[b.length()];
    }

    private static void nextRow(int[] row, int i, char letter, String b) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b.length(); j++) {
            int replaced = diagonal + (letter == b.charAt(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
        }
    }
}
