package dev.leadkit.contact;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The ASCII form of a domain name, and its rules. Names beyond ASCII are put in it in the way of UTS 46, non-transitional:
 * NFKC, lower case, Punycode; {@code ß} and final sigma stay themselves, as registries have them since IDNA 2008 (the JDK's
 * {@code java.net.IDN} would make {@code ss} of {@code ß}, which is another owner's domain). Not checked: the rules for
 * mixed directions and for joiners, which are refused with all that is no letter, mark or digit.
 */
final class DomainName {

    private static final int LONGEST_LABEL = 63;
    private static final char IDEOGRAPHIC_STOP = '\u3002';

    private DomainName() {}

    /** The name in ASCII and lower case, not yet checked, or null if a label cannot have such a form. */
    static @Nullable String ascii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return encoded(name);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String encoded(String name) {
        String plain =
                Normalizer.normalize(lower(Normalizer.normalize(name, Normalizer.Form.NFKC)), Normalizer.Form.NFKC);
        StringBuilder ascii = new StringBuilder(2 * plain.length());
        for (String label : plain.replace(IDEOGRAPHIC_STOP, '.').split("\\.", -1)) {
            if (!isAscii(label) && !isLabel(label)) {
                return null;
            }
            ascii.append('.').append(isAscii(label) ? label : "xn--" + Punycode.encoded(label));
        }
        return ascii.substring(1);
    }

    /** Each code point for itself: a sigma is not a final one because of where it stands. */
    private static String lower(String name) {
        StringBuilder lower = new StringBuilder(name.length());
        name.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.toLowerCase(Locale.ROOT))
                .forEach(lower::append);
        return lower.toString();
    }

    private static boolean isAscii(String label) {
        return label.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isLabel(String label) {
        boolean hyphens = label.startsWith("-") || label.endsWith("-") || label.startsWith("--", 2);
        return !hyphens
                && label.length() <= LONGEST_LABEL
                && !isMark(label.codePointAt(0))
                && label.codePoints().allMatch(c -> c == '-' || isMark(c) || Character.isLetterOrDigit(c));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Which rule a name in ASCII breaks, or null. */
    static @Nullable EmailRule broken(String name) {
        if (name.charAt(0) == '[') {
            return EmailRule.DOMAIN_LITERAL;
        }
        int start = 0;
        int labels = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? '.' : name.charAt(i);
            if (c == '.') {
                EmailRule rule = brokenByLabel(name, start, i);
                if (rule != null) {
                    return rule;
                }
                labels++;
                start = i + 1;
            } else if (!isLetterOrDigit(c) && c != '-') {
                return EmailSyntax.offence(c, EmailRule.DOMAIN_CHARACTERS);
            }
        }
        if (labels < 2) {
            return EmailRule.DOMAIN_LABELS;
        }
        return isNumber(name, name.lastIndexOf('.') + 1) ? EmailRule.TOP_LABEL : null;
    }

    private static @Nullable EmailRule brokenByLabel(String name, int from, int to) {
        if (from == to) {
            return EmailRule.DOMAIN_DOTS;
        }
        if (name.charAt(from) == '-' || name.charAt(to - 1) == '-') {
            return EmailRule.DOMAIN_HYPHENS;
        }
        return to - from > LONGEST_LABEL ? EmailRule.LABEL_LENGTH : null;
    }

    private static boolean isNumber(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (name.charAt(i) > '9' || name.charAt(i) == '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
