package dev.leadkit.capture;

import dev.leadkit.contact.EmailRule;
import dev.leadkit.contact.EmailSyntax;
import dev.leadkit.lead.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;

/**
 * The converter of e-mail addresses: takes off what people paste around one, and reads the rest strictly. A text with two
 * addresses is faulty, not the first of them.
 */
final class EmailConverter {

    private static final String MAILTO = "mailto:";
    /** A name before the brackets and the address in them; an address alone has at most 254 characters. */
    private static final int LONGEST = 1_000;

    private EmailConverter() {}

    static Converter<EmailAddress> make(ConverterParameters parameters) {
        return EmailConverter::convert;
    }

    static Conversion<EmailAddress> convert(String text) {
        if (text.length() > LONGEST) {
            return faulty(EmailRule.LENGTH);
        }
        Broken broken = new Broken();
        Optional<EmailAddress> address = EmailSyntax.read(bare(composed(text)), rule -> broken.rule = rule);
        return address.isPresent() ? Conversion.of(address.get()) : faulty(broken.rule);
    }

    /** Where the parser puts the rule that was broken. */
    private static final class Broken {
        EmailRule rule = EmailRule.AT;
    }

    private static Conversion<EmailAddress> faulty(EmailRule rule) {
        return new Conversion.Faulty<>(rule.rule(), "One address of the form name@example.com.");
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    private static String bare(String text) {
        String address = TextConverters.strip(betweenAngles(text));
        if (!address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
            return address;
        }
        int query = address.indexOf('?');
        String link = address.substring(MAILTO.length(), query < 0 ? address.length() : query);
        return TextConverters.strip(decoded(link));
    }

    /** What is in angle brackets at the end, if there is one pair of them. */
    private static String betweenAngles(String text) {
        int open = text.indexOf('<');
        int last = text.length() - 1;
        boolean one = open >= 0 && open == text.lastIndexOf('<') && text.indexOf('>') == last;
        return one ? text.substring(open + 1, last) : text;
    }

    /** A link's escapes (RFC 6068); a plus is no space there. What is badly escaped stays as it is. */
    private static String decoded(String link) {
        if (link.indexOf('%') < 0) {
            return link;
        }
        try {
            return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return link;
        }
    }
}
