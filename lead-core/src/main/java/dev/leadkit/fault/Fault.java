package dev.leadkit.fault;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with something that was handed in.
 *
 * <p>A fault never carries personal data: where the offending value may be personal, {@code value} names its class
 * ({@link #unseen text of 12 characters}), not the value. Immutable and thread-safe.
 *
 * @param path where it is: a JSON path such as {@code $.rules[3].points}, a column, or a field's name
 * @param rule what it must be, as the rest of "must be ..."; never blank
 * @param value what was there instead, quoted as the writer wrote it, or its class; empty where nothing was there
 * @param hint what to do about it, as a sentence; empty where there is nothing to add
 */
public record Fault(String path, String rule, String value, String hint) {

    /**
     * Makes a fault.
     *
     * @param path where it is
     * @param rule what it must be; refused when blank
     * @param value what was there, or empty
     * @param hint what to do, or empty
     */
    public Fault {
        requireNonNull(path, "path");
        requireNonNull(value, "value");
        requireNonNull(hint, "hint");
        if (rule.isBlank()) {
            throw new IllegalArgumentException("rule must be a text, was blank");
        }
    }

    /**
     * Makes a fault without a hint.
     *
     * @param path where it is
     * @param rule what it must be
     * @param value what was there, or empty
     */
    public Fault(String path, String rule, String value) {
        this(path, rule, value, "");
    }

    /**
     * How a fault names a text that may be personal data: by its length.
     *
     * @param text the text
     * @return {@code text of 12 characters}
     */
    public static String unseen(String text) {
        return "text of " + text.length() + " characters";
    }

    /**
     * The same fault under a longer path, for a part that was checked on its own.
     *
     * @param prefix what to put before the path
     * @return the fault at {@code prefix + path}
     */
    public Fault under(String prefix) {
        return new Fault(prefix + path, rule, value, hint);
    }

    /** One line for a person: {@code <path>: must be <rule>, was <value>. <hint>}. */
    @Override
    public String toString() {
        String was = value.isEmpty() ? ", was missing" : ", was " + value;
        String more = hint.isEmpty() ? "" : ". " + hint;
        return path + ": must be " + rule + was + more;
    }
}
