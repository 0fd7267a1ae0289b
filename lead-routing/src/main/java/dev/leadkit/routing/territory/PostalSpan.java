package dev.leadkit.routing.territory;

import java.util.Locale;

/**
 * Postal codes of a country: {@code 81541} is that code, {@code 80*} every code that begins so, {@code 80000..81999} every
 * code from one to another, both included; the ends of a range are of the same length and may be beginnings of codes.
 * Letters' case, blanks and hyphens make no difference. Ordered by its text.
 *
 * @param text the codes, in capitals, without blanks and hyphens
 */
public record PostalSpan(String text) implements Comparable<PostalSpan> {

    static final int LONGEST = 12;
    private static final String BETWEEN = "..";

    /**
     * Makes a span.
     *
     * @param text the codes as written
     * @throws IllegalArgumentException if it is not of one of the three forms, or a code has more than 12 letters and digits
     */
    public PostalSpan {
        text = plain(text.toUpperCase(Locale.ROOT));
        int between = text.indexOf(BETWEEN);
        boolean good = between < 0
                ? isCode(text.endsWith("*") ? text.substring(0, text.length() - 1) : text) && !text.isEmpty()
                : between > 0
                        && isCode(text.substring(0, between))
                        && between + BETWEEN.length() < text.length()
                        && isCode(text.substring(between + BETWEEN.length()));
        if (!good) {
            throw new IllegalArgumentException(
                    "postal codes must be like \"81541\", \"80*\" or \"80000..81999\", was \"" + text + "\"");
        }
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && !Character.isWhitespace(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isCode(String code) {
        return code.length() <= LONGEST && code.chars().allMatch(c -> PostalFormat.digit((char) c) > 0);
    }

    boolean isPrefix() {
        return text.endsWith("*");
    }

    boolean isRange() {
        return text.contains(BETWEEN);
    }

    /** The first code, or its beginning. */
    String from() {
        if (isRange()) {
            return text.substring(0, text.indexOf(BETWEEN));
        }
        return isPrefix() ? text.substring(0, text.length() - 1) : text;
    }

    /** The last code, or its beginning. */
    String to() {
        return isRange() ? text.substring(text.indexOf(BETWEEN) + BETWEEN.length()) : from();
    }

    @Override
    public int compareTo(PostalSpan other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
