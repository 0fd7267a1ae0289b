package dev.leadkit.metrics.fold;

import java.util.Set;

/**
 * Keeps apart what strangers called something and the words that figures use where there is no name, such as {@code (missing)}. Stateless
 * and thread-safe.
 */
public final class Reserved {

    private static final char MARK = '\\';

    private Reserved() {}

    /**
     * A name that is none of the reserved words, and another one for every other name.
     *
     * @param name what a stranger wrote
     * @param words the reserved words; each ends with {@code )}
     * @return the name itself; with one more backslash before it if it is a reserved word, with or without backslashes before it
     */
    public static String apart(String name, Set<String> words) {
        if (name.isEmpty() || name.charAt(name.length() - 1) != ')') {
            return name;
        }
        int marks = 0;
        while (name.charAt(marks) == MARK) {
            marks++;
        }
        return words.contains(name.substring(marks)) ? MARK + name : name;
    }
}
