package dev.leadkit.capture;

import dev.leadkit.fault.Fault;

/** How the name of a column is read from a header, and shown in a fault. Stateless and thread-safe. */
public final class ColumnName {

    private static final int LONGEST_SHOWN = 64;
    private static final int MOST_DIGITS_SHOWN = 4;

    private ColumnName() {}

    /**
     * The name that a text in a header stands for.
     *
     * @param text the text as it was found
     * @return the text without white space and invisible characters at its ends; may be empty
     */
    public static String of(String text) {
        return TextConverters.strip(text);
    }

    /**
     * The name as a fault may show it: what was put in the place of a name could be a person's data.
     *
     * @param name the name
     * @return the name in quotes; its length only, if it is longer than 64 characters or has an at sign or five digits
     */
    public static String shown(String name) {
        return isShown(name) ? "\"" + name + "\"" : Fault.unseen(name);
    }

    /**
     * The name as the path of a fault.
     *
     * @param name the name
     * @param otherwise what to say where the name may not be shown, such as which field it is
     * @return the name, or the other
     */
    public static String path(String name, String otherwise) {
        return isShown(name) && !name.isBlank() ? name : otherwise;
    }

    static boolean isShown(String name) {
        return name.length() <= LONGEST_SHOWN
                && name.indexOf('@') < 0
                && name.chars().filter(Character::isDigit).count() <= MOST_DIGITS_SHOWN;
    }
}
