package dev.leadkit.contact;

/**
 * What an e-mail address must keep to, as {@link EmailSyntax} reads it. The order is that of reading: of several broken
 * rules the first in the address is told.
 */
public enum EmailRule {
    /** At most 254 octets, the domain counted in its ASCII form (RFC 5321, 4.5.3.1.3, without the angle brackets). */
    LENGTH("of at most 254 octets"),
    /** An {@code @} outside of quotes, with text on both sides. */
    AT("with an @ between a local part and a domain"),
    /** At most 64 octets of UTF-8 before the {@code @}, quotes counted (RFC 5321, 4.5.3.1.1). */
    LOCAL_LENGTH("with at most 64 octets before the @"),
    /** No dot at the ends of an unquoted local part, nor two in a row. */
    LOCAL_DOTS("whose local part has single dots and none at its ends"),
    /** Letters, digits and {@code !#$%&'*+/=?^_`{|}~-}, in quotes all that can be printed; beyond ASCII what RFC 6531 adds. */
    LOCAL_CHARACTERS("whose local part has only characters that can stand there"),
    /** Quotes around the whole local part or nowhere: parts that are quoted on their own are obsolete. */
    LOCAL_QUOTES("whose local part is quoted as a whole or not at all"),
    /** No white space outside of quotes: folding is for message headers. */
    WHITE_SPACE("without white space"),
    /** No parentheses outside of quotes: comments are for message headers. */
    COMMENT("without comments"),
    /** A domain name, not an IP address in square brackets. */
    DOMAIN_LITERAL("whose domain is a name, not an address in brackets"),
    /** No dot at the ends of the domain, nor two in a row. */
    DOMAIN_DOTS("whose domain has single dots and none at its ends"),
    /** Letters, digits and hyphens; letters of every script, of those beyond ASCII what can stand in a domain name. */
    DOMAIN_CHARACTERS("whose domain has only letters, digits, hyphens and dots"),
    /** No hyphen at the ends of a label. */
    DOMAIN_HYPHENS("whose domain has no hyphen beside a dot or at its ends"),
    /** At most 63 octets between two dots, in the ASCII form (RFC 1035). */
    LABEL_LENGTH("whose domain has at most 63 octets between two dots"),
    /** At least two labels: nobody on the public internet is reached at a top-level domain alone. */
    DOMAIN_LABELS("whose domain has at least one dot"),
    /** A last label that is not all digits (RFC 3696, 2), which leaves out bare IP addresses. */
    TOP_LABEL("whose domain ends in a name, not in a number");

    private final String what;

    EmailRule(String what) {
        this.what = "an e-mail address " + what;
    }

    /**
     * The rule in words, for a fault.
     *
     * @return the rest of "must be ..."
     */
    public String rule() {
        return what;
    }
}
