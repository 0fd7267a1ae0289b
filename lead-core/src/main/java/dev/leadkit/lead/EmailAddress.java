package dev.leadkit.lead;

import java.util.Locale;

/**
 * An e-mail address that mail can be sent to. Equal by its canonical form: the domain in lower case, the local part as
 * written. {@code toString} does not show it.
 *
 * @param value the canonical form, with exactly one unquoted {@code @} that has text on both sides
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /**
     * Makes an address.
     *
     * @param value the address without white space; what is behind the last {@code @} is put in lower case, and the whole
     *     has 3 to 254 characters then
     * @throws IllegalArgumentException if it cannot be an address at all; the message does not show it
     */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        value = at < 0 ? value : value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
        boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        if (at < 1 || at == value.length() - 1 || value.length() > LONGEST || !plain) {
            throw new IllegalArgumentException("e-mail address must be local-part@domain of at most " + LONGEST
                    + " characters, was text of " + value.length() + " characters");
        }
    }

    /**
     * What is behind the {@code @}.
     *
     * @return the domain, in lower case
     */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
