package dev.leadkit.contact;

import dev.leadkit.lead.EmailAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an e-mail address strictly, by this profile: a mailbox of RFC 5321 that can be reached on the public internet.
 *
 * <ul>
 *   <li>The local part is a dot-atom or one quoted string, of at most 64 octets, also beyond ASCII (RFC 6531).
 *   <li>The domain is a name of at least two labels of letters, digits and hyphens, the last one not a number; an
 *       internationalised name is read in both of its forms.
 *   <li>Comments, folding white space, address literals and obsolete forms are refused, each by an {@link EmailRule}.
 * </ul>
 *
 * <p>What is read is in its canonical form: quotes and escapes that need not be are left out ({@code "jo"@example.com} is
 * {@code jo@example.com} by RFC 5321, 4.1.2), the local part keeps its case, the domain is in lower case and ASCII
 * ({@code xn--} labels). Whether the domain exists is not asked. Takes one pass and no regular expression.
 */
public final class EmailSyntax {

    private static final int LONGEST = 254;
    /** No longer text can be an address, whatever its domain becomes in ASCII. */
    private static final int LONGEST_TEXT = 2 * LONGEST;

    private static final int LONGEST_LOCAL = 64;

    private EmailSyntax() {}

    /**
     * Reads an address.
     *
     * @param text the address and nothing else
     * @param broken takes the rule that the text breaks, if it does; called at most once
     * @return the address in its canonical form, or empty if the text breaks a rule
     */
    public static Optional<EmailAddress> read(String text, Consumer<? super EmailRule> broken) {
        int at = text.lastIndexOf('@');
        if (text.length() > LONGEST_TEXT || at < 1 || at == text.length() - 1) {
            broken.accept(text.length() > LONGEST_TEXT ? EmailRule.LENGTH : EmailRule.AT);
            return Optional.empty();
        }
        boolean quoted = text.charAt(0) == '"';
        EmailRule rule = quoted ? brokenByQuoted(text, at) : brokenByAtoms(text, 0, at);
        if (rule == null && octets(text, at) > LONGEST_LOCAL) {
            rule = EmailRule.LOCAL_LENGTH;
        }
        if (rule != null) {
            broken.accept(rule);
            return Optional.empty();
        }
        String local = quoted ? leastQuoted(text, at) : text.substring(0, at);
        return withDomain(local, text, at, broken);
    }

    private static Optional<EmailAddress> withDomain(
            String local, String text, int at, Consumer<? super EmailRule> broken) {
        String written = text.substring(at + 1);
        String domain = DomainName.ascii(written);
        EmailRule rule = domain == null ? EmailRule.DOMAIN_CHARACTERS : DomainName.broken(domain);
        if (domain == null || rule != null) {
            broken.accept(rule == null ? EmailRule.DOMAIN_CHARACTERS : rule);
            return Optional.empty();
        }
        if (octets(local, local.length()) + 1 + domain.length() > LONGEST) {
            broken.accept(EmailRule.LENGTH);
            return Optional.empty();
        }
        boolean same = local.length() == at && text.startsWith(local) && domain.equals(written);
        return Optional.of(new EmailAddress(same ? text : local + "@" + domain));
    }

    /** Which rule an unquoted local part breaks: RFC 5321, Dot-string. */
    private static @Nullable EmailRule brokenByAtoms(String text, int from, int to) {
        char before = '.';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' && before == '.') {
                return EmailRule.LOCAL_DOTS;
            }
            if (c != '.' && !isAtomText(c) && !isBeyondAscii(text, i)) {
                return c == '"' ? EmailRule.LOCAL_QUOTES : offence(c, EmailRule.LOCAL_CHARACTERS);
            }
            before = c;
        }
        return before == '.' ? EmailRule.LOCAL_DOTS : null;
    }

    /** Which rule a quoted local part breaks: RFC 5321, Quoted-string; an escape is for printable ASCII only. */
    private static @Nullable EmailRule brokenByQuoted(String text, int at) {
        int last = at - 1;
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return EmailRule.LOCAL_QUOTES;
            }
            boolean escaped = c == '\\';
            char shown = escaped ? text.charAt(++i) : c;
            if (!isPrintable(shown) && (escaped || !isBeyondAscii(text, i))) {
                return EmailRule.LOCAL_CHARACTERS;
            }
            if (i == last) {
                return EmailRule.LOCAL_QUOTES;
            }
        }
        return last > 0 && text.charAt(last) == '"' ? null : EmailRule.LOCAL_QUOTES;
    }

    /** The rule that a character breaks where it is, the one for any other character left to the caller. */
    static EmailRule offence(char c, EmailRule otherwise) {
        return switch (c) {
            case ' ', '\t', '\r', '\n' -> EmailRule.WHITE_SPACE;
            case '(', ')' -> EmailRule.COMMENT;
            default -> otherwise;
        };
    }

    private static String leastQuoted(String text, int at) {
        StringBuilder content = new StringBuilder(at);
        for (int i = 1; i < at - 1; i++) {
            content.append(text.charAt(text.charAt(i) == '\\' ? ++i : i));
        }
        String plain = content.toString();
        if (brokenByAtoms(plain, 0, plain.length()) == null) {
            return plain;
        }
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isAtomText(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || (c < 0x7f && "!#$%&'*+/=?^_`{|}~-".indexOf(c) >= 0);
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7f;
    }

    /** Whether a character beyond ASCII can stand in an address: not if it cannot be seen or means nothing. */
    private static boolean isBeyondAscii(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            return false;
        }
        boolean second = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        int type = Character.getType(second ? text.codePointAt(i - 1) : text.codePointAt(i));
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many octets the first characters have in UTF-8; pairs of surrogates are known to be whole. */
    private static int octets(String text, int to) {
        int octets = to;
        for (int i = 0; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                octets += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return octets;
    }
}
