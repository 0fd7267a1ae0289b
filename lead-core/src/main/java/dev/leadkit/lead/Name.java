package dev.leadkit.lead;

/** The one check that identifiers and names share. */
final class Name {

    static final int LONGEST = 255;

    private Name() {}

    static String checked(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(what + " must be a text of 1 to " + LONGEST + " characters, had "
                    + value.strip().length());
        }
        return value;
    }
}
