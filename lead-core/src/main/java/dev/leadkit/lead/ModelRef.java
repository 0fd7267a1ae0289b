package dev.leadkit.lead;

import java.util.regex.Pattern;

/**
 * Which version of which model (a scoring model, a routing plan) produced an answer, and how to prove it in a year.
 *
 * @param name the model's name, 1 to 255 characters
 * @param version its version as its author writes it, 1 to 255 characters
 * @param author who wrote this version; empty where nobody said so; at most 255 characters
 * @param note why this version exists; empty where nobody said so; at most 1,000 characters
 * @param hash the SHA-256 of the model's content, 64 hexadecimal digits in lower case; empty where the model keeps none
 */
public record ModelRef(String name, String version, String author, String note, String hash) {

    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 1_000;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Makes a reference.
     *
     * @param name the model's name, not blank
     * @param version its version, not blank
     * @param author who wrote it, or empty
     * @param note why it exists, or empty
     * @param hash the hash of its content, or empty
     */
    public ModelRef {
        Name.checked("model name", name);
        Name.checked("model version", version);
        atMost("model author", author, Name.LONGEST);
        atMost("model note", note, LONGEST_NOTE);
        if (!hash.isEmpty() && !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "model hash must be 64 hexadecimal digits in lower case, had " + hash.length() + " characters");
        }
    }

    /**
     * Makes a reference that says no more than which version it is.
     *
     * @param name the model's name, not blank
     * @param version its version, not blank
     */
    public ModelRef(String name, String version) {
        this(name, version, "", "", "");
    }

    /**
     * The same version with another hash of its content.
     *
     * @param content the hash, or empty
     * @return the new reference
     */
    public ModelRef withHash(String content) {
        return new ModelRef(name, version, author, note, content);
    }

    private static void atMost(String what, String text, int longest) {
        if (text.length() > longest || (text.isBlank() && !text.isEmpty())) {
            throw new IllegalArgumentException(
                    what + " must be empty or a text of at most " + longest + " characters, had " + text.length());
        }
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
