package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.EmailAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmailSyntaxTest {

    private static Optional<String> read(String text) {
        return EmailSyntax.read(text, rule -> {}).map(EmailAddress::value);
    }

    private static EmailRule broken(String text) {
        List<EmailRule> broken = new ArrayList<>();
        assertThat(EmailSyntax.read(text, broken::add)).isEmpty();
        return broken.get(0);
    }

    @ParameterizedTest
    @DisplayName("has one canonical form, whatever quotes, escapes and form of its domain it is written in")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Jo.Doe+x@EXAMPLE.Com,Jo.Doe+x@example.com",
                "\"jo\"@example.com,jo@example.com",
                "\"j\\o.d\"@example.com,jo.d@example.com",
                "\"jo\\ doe\"@example.com,\"jo doe\"@example.com",
                "\"a@b\"@example.com,\"a@b\"@example.com",
                "\"a\\\\b\\\"\"@example.com,\"a\\\\b\\\"\"@example.com",
                "\".jo\"@example.com,\".jo\"@example.com",
                "\"\"@example.com,\"\"@example.com",
                "jo@b\u00FCcher.example,jo@xn--bcher-kva.example",
                "jo@B\u00DCCHER.Example,jo@xn--bcher-kva.example",
                "jo@bu\u0308cher.example,jo@xn--bcher-kva.example",
                "jo@xn--bcher-KVA.example,jo@xn--bcher-kva.example",
                "jo@stra\u00DFe.example,jo@xn--strae-oqa.example",
                "jo@\u0394\u03A3.example,jo@xn--pxa4a.example",
                "jo@\u4F8B\u3048\uFF0E\u30C6\u30B9\u30C8,jo@xn--r8jz45g.xn--zckzah",
                "jo@\u4F8B\u3048\u3002\u30C6\u30B9\u30C8,jo@xn--r8jz45g.xn--zckzah",
                "j\u00F6@example.com,j\u00F6@example.com",
                "\uD83D\uDE00@example.com,\uD83D\uDE00@example.com",
                "I@TITLE.IT,I@title.it"
            })
    void oneCanonicalForm(String written, String canonical) {
        assertThat(read(written)).contains(canonical);
        assertThat(read(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @DisplayName("is refused by the rule that it breaks first")
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "jo,AT",
                "@,AT",
                "@example.com,AT",
                "jo@,AT",
                "a@b@example.com,LOCAL_CHARACTERS",
                "jo\u200B@example.com,LOCAL_CHARACTERS",
                "jo\uD800@example.com,LOCAL_CHARACTERS",
                "\uDC00jo@example.com,LOCAL_CHARACTERS",
                "jo\uE000@example.com,LOCAL_CHARACTERS",
                "jo\u2028@example.com,LOCAL_CHARACTERS",
                "jo\u00A0@example.com,LOCAL_CHARACTERS",
                "jo\u0085@example.com,LOCAL_CHARACTERS",
                "\"jo\\\u00E9\"@example.com,LOCAL_CHARACTERS",
                "jo doe@example.com,WHITE_SPACE",
                "jo@exam ple.com,WHITE_SPACE",
                "jo@example.com(x),COMMENT",
                "j\"o@example.com,LOCAL_QUOTES",
                "\"@example.com,LOCAL_QUOTES",
                "\"j\"o\"@example.com,LOCAL_QUOTES",
                "\"jo\\\"@example.com,LOCAL_QUOTES",
                "jo@[127.0.0.1],DOMAIN_LITERAL",
                "jo@127.0.0.1,TOP_LABEL",
                "jo@example,DOMAIN_LABELS",
                "jo@.b\u00FCcher.example,DOMAIN_DOTS",
                "jo@example.com.,DOMAIN_DOTS",
                "jo@exam_ple.com,DOMAIN_CHARACTERS",
                "jo@exam\"ple.com,DOMAIN_CHARACTERS",
                "jo@exam{ple.com,DOMAIN_CHARACTERS",
                "jo@exam/ple.com,DOMAIN_CHARACTERS",
                "jo@exam:ple.com,DOMAIN_CHARACTERS",
                "jo@\u2665.example,DOMAIN_CHARACTERS",
                "jo@\u0301a.example,DOMAIN_CHARACTERS",
                "jo@b\u00FC\u200Dcher.example,DOMAIN_CHARACTERS",
                "jo@-b\u00FCcher.example,DOMAIN_CHARACTERS",
                "jo@b\u00FCcher-.example,DOMAIN_CHARACTERS",
                "jo@xn--b\u00FCcher.example,DOMAIN_CHARACTERS",
                "jo@-example.com,DOMAIN_HYPHENS",
                "jo@example-.com,DOMAIN_HYPHENS"
            })
    void isRefusedByItsRule(String written, EmailRule rule) {
        assertThat(broken(written)).isEqualTo(rule);
    }

    @Test
    @DisplayName(
            "takes of ASCII exactly the letters, digits and signs of RFC 5321, and in quotes all that can be printed")
    void charactersOfALocalPart() {
        String atoms = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~-.";
        for (char c = 0; c < 0x80; c++) {
            String shown = "character " + (int) c;
            assertThat(read("a" + c + "b@example.com").isPresent()).as(shown).isEqualTo(atoms.indexOf(c) >= 0);
            assertThat(read("\"a\\" + c + "b\"@example.com").isPresent())
                    .as(shown + " escaped")
                    .isEqualTo(c >= ' ' && c <= '~');
        }
        assertThat(broken("\"a\u007F\"@example.com")).isEqualTo(EmailRule.LOCAL_CHARACTERS);
        assertThat(broken("\"a\u200B\"@example.com")).isEqualTo(EmailRule.LOCAL_CHARACTERS);
        assertThat(read("\"j\u00F6\"@example.com")).contains("j\u00F6@example.com");
        assertThat(read("\"\uD83D\uDE00\"@example.com")).contains("\uD83D\uDE00@example.com");
    }

    @Test
    @DisplayName("has the name of a letter at its end, and no label that is too long in any form")
    void endsOfDomains() {
        assertThat(broken("jo@a.1")).isEqualTo(EmailRule.TOP_LABEL);
        assertThat(broken("jo@a.9")).isEqualTo(EmailRule.TOP_LABEL);
        assertThat(read("jo@1.a")).contains("jo@1.a");
        assertThat(broken("jo@" + "\u00FC".repeat(63) + ".com")).isEqualTo(EmailRule.LABEL_LENGTH);
        assertThat(broken("jo@" + "\u00FC".repeat(64) + ".com")).isEqualTo(EmailRule.DOMAIN_CHARACTERS);
    }

    @Test
    @DisplayName("has the domain that the JDK makes of it, wherever its letters stand")
    void punycodeOfTheJdk() {
        for (int i = 0; i < 600; i++) {
            String label = "\u4E00\u4E01\u4E02" + (char) (0x4E03 + i) + "\u9000";
            assertThat(read("jo@" + label + ".example")).contains("jo@" + IDN.toASCII(label) + ".example");
        }
    }

    @Test
    @DisplayName(
            "of more than 508 characters is too long, whatever else is wrong; a shorter one has the fault that it has")
    void longestText() {
        assertThat(broken("a".repeat(508))).isEqualTo(EmailRule.AT);
        assertThat(broken("a".repeat(509))).isEqualTo(EmailRule.LENGTH);
        assertThat(broken("a b@" + "c".repeat(504))).isEqualTo(EmailRule.WHITE_SPACE);
        assertThat(broken("a b@" + "c".repeat(505))).isEqualTo(EmailRule.LENGTH);
        assertThat(broken("\u0800".repeat(21) + "aa@example.com")).isEqualTo(EmailRule.LOCAL_LENGTH);
        assertThat(read("\u0800".repeat(21) + "a@example.com")).isPresent();
    }

    @Test
    @DisplayName("is measured in octets, its domain in ASCII")
    void isMeasuredInOctets() {
        assertThat(read("\u00E9".repeat(32) + "@example.com")).isPresent();
        assertThat(broken("\u00E9".repeat(32) + "a@example.com")).isEqualTo(EmailRule.LOCAL_LENGTH);
        assertThat(read("\u20AC".repeat(21) + "a@example.com")).isPresent();
        assertThat(broken("\u20AC".repeat(21) + "aa@example.com")).isEqualTo(EmailRule.LOCAL_LENGTH);
        assertThat(read("\uD83D\uDE00".repeat(16) + "@example.com")).isPresent();
        assertThat(broken("\uD83D\uDE00".repeat(16) + "a@example.com")).isEqualTo(EmailRule.LOCAL_LENGTH);
        assertThat(read("a@" + "b".repeat(63) + ".com")).isPresent();
        assertThat(broken("a@" + "b".repeat(64) + ".com")).isEqualTo(EmailRule.LABEL_LENGTH);
        assertThat(read("a@" + "\u00FC".repeat(56) + ".com")).isPresent();
        assertThat(broken("a@" + "\u00FC".repeat(62) + ".com")).isEqualTo(EmailRule.LABEL_LENGTH);
        String label = "." + "b".repeat(60);
        assertThat(read("aaaaa@b" + label.repeat(4) + ".co")).isPresent();
        assertThat(broken("aaaaaa@b" + label.repeat(4) + ".co")).isEqualTo(EmailRule.LENGTH);
        assertThat(broken("a@" + "b.".repeat(300) + "co")).isEqualTo(EmailRule.LENGTH);
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.strings()
                .withChars("abcxyzABC019\u00E9\u00DC\u0416\u0448\u4F8B\u3048\uFF76\u0E01\u05D0\uFB01\u017F")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Property
    @Label("has the domain that the JDK makes of it, for the letters that both know")
    void theDomainIsThatOfTheJdk(@ForAll("labels") String label) {
        String expected;
        try {
            expected = IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            Assume.that(false);
            return;
        }
        assertThat(read("jo@" + label + ".example")).contains("jo@" + expected + ".example");
    }

    @Provide
    Arbitrary<String> nearAddresses() {
        Arbitrary<String> part = Arbitraries.strings()
                .withChars("aZ0.-+\"\\ @()[]<\t\u00FC\u00DF\uD83D\uDE00\u200D\u3002")
                .ofMaxLength(8);
        return part.flatMap(local -> part.map(domain -> local + "@" + domain + "x.org"));
    }

    @Property
    @Label("that was read is read again as itself, and is within every limit")
    void readingTwiceIsReadingOnce(@ForAll("nearAddresses") String text) {
        read(text).ifPresent(address -> {
            assertThat(read(address)).contains(address);
            String domain = address.substring(address.lastIndexOf('@') + 1);
            assertThat(domain).matches("[a-z0-9.-]+");
            assertThat(address.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(254);
        });
    }

    @Property
    @Label("or anything else is read without an exception")
    void readingNeverThrows(@ForAll String any) {
        assertThat(read(any + "@" + any)).isNotNull();
        assertThat(read(any + "@x" + any + ".org")).isNotNull();
    }

    @Property
    @Label("is held by its value, whatever it is")
    void quotedTextOfAnyKindIsHeld(@ForAll("quotables") String content) {
        String quoted = "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"@example.com";

        assertThat(read(quoted)).isPresent();
        String canonical = read(quoted).orElseThrow();
        String local = new EmailAddress(canonical).localPart();
        String inner =
                local.startsWith("\"") ? local.substring(1, local.length() - 1).replaceAll("\\\\(.)", "$1") : local;
        assertThat(inner).isEqualTo(content);
    }

    @Provide
    Arbitrary<String> quotables() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(30);
    }
}
