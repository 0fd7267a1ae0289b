package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTest {

    /** By {@code printf '3:crm2:42' | sha256sum}, the first 20 digits. */
    @Test
    void aDerivedLeadIdIsTheBeginningOfAHash() {
        assertThat(LeadId.derived("crm", "42")).hasToString("L-7b2e4405382e3ab253fd");
    }

    /** By {@code printf '7:Zürich1:7' | sha256sum} in UTF-8. */
    @Test
    void lengthsAreCountedInBytesOfUtf8() {
        assertThat(Fingerprint.of(32, "Zürich", "7"))
                .isEqualTo("49e0e98c3db10e5f12859526a27667ed2684a8746b1f2b120bd8829dab5623aa");
        assertThat(Fingerprint.of(1, "Zürich", "7")).isEqualTo("49");
    }

    @Test
    void whereOnePartEndsMakesADifference() {
        assertThat(LeadId.derived("a", "bc")).isNotEqualTo(LeadId.derived("ab", "c"));
        assertThat(LeadId.derived("a", "b"))
                .isNotEqualTo(LeadId.derived("b", "a"))
                .isEqualTo(LeadId.derived("a", "b"));
    }

    @Test
    void identifiersAreOrderedByTheirTexts() {
        List<LeadId> ids = Stream.of(
                        "L-00000000000000000000",
                        "L-0000000000000000000a",
                        "L-7fffffffffffffffffff",
                        "L-80000000000000000000",
                        "L-8000000000000000ffff",
                        "L-ffffffffffffffff0000",
                        "L-0000000000000000000A",
                        "L-8",
                        "L",
                        "M-80000000000000000000",
                        "00Q5g0000012345")
                .map(LeadId::new)
                .toList();
        for (LeadId one : ids) {
            for (LeadId other : ids) {
                int byText = one.value().compareTo(other.value());
                assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(byText));
                assertThat(one.equals(other)).isEqualTo(byText == 0);
            }
        }
    }

    /** Letters without bits in front change no hash that begins with 0. */
    @Test
    void identifiersOfOneHashAreDifferent() {
        assertThat(new LeadId("a")).isNotEqualTo(new LeadId("\0a")).hasSameHashCodeAs(new LeadId("\0a"));
    }

    /** As some systems number their records: in 62 different characters. By chance some 29 of 500,000 hashes of 32 bits are the same as another. */
    @Test
    void identifiersInARowHardlyCollide() {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        Set<Integer> hashes = new HashSet<>();
        for (int number = 0; number < 500_000; number++) {
            StringBuilder text = new StringBuilder();
            for (int left = number; text.length() < 7; left /= 62) {
                text.append(digits.charAt(left % 62));
            }
            LeadId id = new LeadId("00Q5g000" + text.reverse());
            assertThat(id).hasSameHashCodeAs(new LeadId(id.value()));
            hashes.add(id.hashCode());
        }
        assertThat(hashes).hasSizeGreaterThan(499_900);
    }

    @Test
    void namesAreTextsOf1To255Characters() {
        assertName(LeadId::new, "lead id");
        assertName(RepId::new, "rep id");
        assertName(Stage::new, "stage");
        assertName(Grade::new, "grade");
        assertName(Channel::new, "channel");
        assertName(name -> new ModelRef(name, "1"), "model name");
        assertName(version -> new ModelRef("m", version), "model version");
        assertName(kind -> new MatchKey(kind, "v"), "match key kind");
        assertName(value -> new MatchKey("email", value), "match key");
    }

    private static void assertName(Function<String, Object> maker, String what) {
        assertThat(maker.apply("x".repeat(255))).isEqualTo(maker.apply("x".repeat(255)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.apply("x".repeat(256)))
                .withMessage(what + " must be a text of 1 to 255 characters, had 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maker.apply(" "))
                .withMessage(what + " must be a text of 1 to 255 characters, had 0");
    }

    @Test
    void namesShowThemselvesAndKeysDoNot() {
        assertThat(List.of(Channel.EMAIL, Channel.PHONE, Channel.SMS, Channel.CHAT, Channel.POST))
                .hasToString("[email, phone, sms, chat, post]");
        assertThat(new Channel("email")).isEqualTo(Channel.EMAIL).isNotEqualTo(new Channel("Email"));
        assertThat(new LeadId("a")).hasToString("a").isLessThan(new LeadId("b"));
        assertThat(new RepId("a")).hasToString("a").isLessThan(new RepId("b"));
        assertThat(new Stage("mql")).hasToString("mql");
        assertThat(new Grade("A")).hasToString("A");
        assertThat(new ModelRef("main", "7")).hasToString("main/7");
        assertThat(new MatchKey("email", "ann@example.org")).hasToString("MatchKey[email]");
    }

    @Test
    void anAddressHasItsDomainInLowerCase() {
        EmailAddress address = new EmailAddress("Ann@EXAMPLE.Org");
        assertThat(address.value()).isEqualTo("Ann@example.org");
        assertThat(address.domain()).isEqualTo("example.org");
        assertThat(new EmailAddress("\"a@b\"@INDIA.in").domain()).isEqualTo("india.in");
        assertThat(address).isEqualTo(new EmailAddress("Ann@example.org")).hasToString("EmailAddress[hidden]");
        assertThat(new EmailAddress("a".repeat(252) + "@b").value()).hasSize(254);
    }

    @Test
    void anAddressThatGrowsTooLongInLowerCaseIsRefused() {
        String most = "a@" + "\u0130".repeat(126);
        assertThat(new EmailAddress(new EmailAddress(most).value()).value()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(most + "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "@example.org", "ann@", "a nn@example.org", "ann@exam\tple.org", "a\u0000b@c"})
    void whatCannotBeAnAddressIsRefusedAndNotShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailAddress(text))
                .withMessage("e-mail address must be local-part@domain of at most 254 characters, was text of "
                        + text.length() + " characters");
    }

    @Test
    void aLongAddressIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress("a".repeat(253) + "@b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "+1", "+0123", "4930123", "+49 30", "+1234567890123456", "+٤٩٣٠"})
    void whatIsNotE164IsRefusedAndNotShown(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneNumber(text))
                .withMessage("phone number must be E.164 (+ and 2 to 15 digits), was text of " + text.length()
                        + " characters");
    }

    @Test
    void aPhoneNumberIsHidden() {
        assertThat(new PhoneNumber("+12")).hasToString("PhoneNumber[hidden]");
        assertThat(new PhoneNumber("+123456789012345").e164()).hasSize(16);
    }
}
