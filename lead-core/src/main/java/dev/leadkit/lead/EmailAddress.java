package dev.leadkit.lead;

import java.util.Locale;

/**
 * An e-mail address that mail can be sent to. Equal by its canonical form: the domain in lower case, the local part as
 * written. {@code toString} does not show it.
 *
 * <p>This is the value, not its check: {@code EmailSyntax} in the package {@code contact} reads addresses by the RFCs.
 *
 * @param value the canonical form, with text on both sides of the last {@code @}; a local part in quotes may hold more of
 *     them, and spaces
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /**
     * Makes an address.
     *
     * @param value the address, without white space but for spaces in a quoted local part; what is behind the last
     *     {@code @} is put in lower case, and the whole has 3 to 254 characters then
     * @throws IllegalArgumentException if it cannot be an address at all; the message does not show it
     */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        value = withLowerCase(value, at + 1);
        if (at < 1 || at == value.length() - 1 || value.length() > LONGEST || !isPlain(value, at)) {
            throw new IllegalArgumentException("e-mail address must be local-part@domain of at most " + LONGEST
                    + " characters, was text of " + value.length() + " characters");
        }
    }

    /** The same text, mostly, and then the same object: most domains are in lower case already. */
    private static String withLowerCase(String value, int from) {
        for (int i = from; from > 0 && i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return value.substring(0, from) + value.substring(from).toLowerCase(Locale.ROOT);
            }
        }
        return value;
    }

    private static boolean isPlain(String value, int at) {
        boolean quoted = at > 1 && value.charAt(0) == '"' && value.charAt(at - 1) == '"';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean space = c == ' ' && quoted && i < at;
            boolean seen = (c > ' ' && c <= '~') || space;
            if (!seen && (Character.isWhitespace(c) || Character.isISOControl(c))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What is before the last {@code @}.
     *
     * @return the local part as written, with its quotes
     */
    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /**
     * What is behind the last {@code @}.
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
