package dev.leadkit.contact;

import static dev.leadkit.lead.StandardFields.COMPANY;
import static dev.leadkit.lead.StandardFields.EMAIL;
import static dev.leadkit.lead.StandardFields.FIRST_NAME;
import static dev.leadkit.lead.StandardFields.LAST_NAME;
import static dev.leadkit.lead.StandardFields.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.PhoneNumber;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A match key")
final class MatchKeyRuleTest {

    private static FieldValues mail(String address) {
        return FieldValues.builder().set(EMAIL, new EmailAddress(address)).build();
    }

    private static FieldValues person(String first, String last) {
        return FieldValues.builder().set(FIRST_NAME, first).set(LAST_NAME, last).build();
    }

    private static FieldValues company(String name) {
        return FieldValues.builder().set(COMPANY, name).build();
    }

    private static FieldValues all(FieldValues... parts) {
        FieldValues.Builder all = FieldValues.builder();
        for (FieldValues part : parts) {
            all.overlay(part);
        }
        return all.build();
    }

    @ParameterizedTest
    @DisplayName("of an e-mail address is the address without case, its domain in ASCII")
    @CsvSource({
        "Jo.I@Example.COM,jo.i@example.com",
        "jo+tag@example.com,jo+tag@example.com",
        "jo@b\u00FCcher.example,jo@xn--bcher-kva.example",
        "jo@xn--bcher-kva.example,jo@xn--bcher-kva.example",
        "jo@-\u00FC.example,jo@-\u00FC.example"
    })
    void ofAnEmail(String address, String key) {
        assertThat(MatchKeyRule.email().keys(mail(address))).containsExactly(new MatchKey("email", key));
    }

    @ParameterizedTest
    @DisplayName("of an e-mail address may leave the tag out")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Jo+News+x@Example.com,jo@example.com",
                "jo@example.com,jo@example.com",
                "+jo@example.com,+jo@example.com",
                "a+x@example.com,a@example.com",
                "\"a b+c\"@example.com,\"a b+c\"@example.com"
            })
    void ofAnEmailWithoutTag(String address, String key) {
        assertThat(MatchKeyRule.emailIgnoringTag().keys(mail(address)))
                .containsExactly(new MatchKey("emailWithoutTag", key));
    }

    @Test
    @DisplayName("of a phone number is the number")
    void ofAPhone() {
        FieldValues values = FieldValues.builder()
                .set(PHONE, new PhoneNumber("+442079460018"))
                .build();

        assertThat(MatchKeyRule.phone().keys(values)).containsExactly(new MatchKey("phone", "+442079460018"));
    }

    @Test
    @DisplayName("of a company is its letters without the legal form")
    void ofACompany() {
        assertThat(MatchKeyRule.company().keys(company("ACME GmbH"))).containsExactly(new MatchKey("company", "acme"));
        assertThat(MatchKeyRule.company(LegalForms.none()).keys(company("ACME GmbH")))
                .containsExactly(new MatchKey("company", "acmegmbh"));
        assertThat(MatchKeyRule.company().keys(company("--"))).isEmpty();
    }

    @Test
    @DisplayName("of a person needs both names, and the company or a domain that tells one")
    void ofAPerson() {
        FieldValues anna = person("Anna", "M\u00FCller");
        MatchKeyRule rule = MatchKeyRule.person(EmailLists.none().freeMail(Set.of("mail.example")));

        assertThat(rule.keys(all(anna, company("Acme AG"), mail("a@acme.example"))))
                .containsExactly(
                        new MatchKey("person", "anna|muller|acme"),
                        new MatchKey("person", "anna|muller|@acme.example"));
        assertThat(rule.keys(all(anna, mail("a@mail.example")))).isEmpty();
        assertThat(MatchKeyRule.person().keys(all(anna, mail("a@mail.example"))))
                .containsExactly(new MatchKey("person", "anna|muller|@mail.example"));
        assertThat(rule.keys(anna)).isEmpty();
        assertThat(rule.keys(all(anna, company("!")))).isEmpty();
        assertThat(rule.keys(all(person("-", "M\u00FCller"), company("Acme")))).isEmpty();
        assertThat(rule.keys(all(person("Anna", "-"), company("Acme")))).isEmpty();
    }

    @Test
    @DisplayName("of a person leaves the domains of throw-away addresses out")
    void ofAPersonWithAThrowAwayAddress() {
        MatchKeyRule rule = MatchKeyRule.person(EmailLists.none().disposable(Set.of("gone.example")));

        assertThat(rule.keys(all(person("A", "B"), mail("a@gone.example")))).isEmpty();
    }

    @Test
    @DisplayName("is not made of what is not there")
    void ofNothing() {
        MatchKeyRule every = MatchKeyRule.allOf(
                MatchKeyRule.email(),
                MatchKeyRule.emailIgnoringTag(),
                MatchKeyRule.phone(),
                MatchKeyRule.person(),
                MatchKeyRule.company());

        assertThat(every.keys(FieldValues.EMPTY)).isEmpty();
        assertThat(MatchKeyRule.allOf().keys(mail("jo@example.com"))).isEmpty();
    }

    @Test
    @DisplayName("of several rules comes once, the most trusted rule's first")
    void rulesAreComposed() {
        FieldValues values = all(mail("jo+x@example.com"), company("Acme"));
        MatchKeyRule rule =
                MatchKeyRule.email().and(MatchKeyRule.emailIgnoringTag()).and(MatchKeyRule.email());

        assertThat(rule.keys(values))
                .containsExactly(
                        new MatchKey("email", "jo+x@example.com"), new MatchKey("emailWithoutTag", "jo@example.com"));
        assertThat(MatchKeyRule.company().and(MatchKeyRule.email()).keys(values))
                .extracting(MatchKey::kind)
                .containsExactly("company", "email");
    }

    @Test
    @DisplayName("of more than 255 characters is a fingerprint, which still tells its like from others")
    void aLongKeyIsAFingerprint() {
        MatchKeyRule rule = MatchKeyRule.company();
        String longest = "a".repeat(255);

        assertThat(rule.keys(company(longest))).containsExactly(new MatchKey("company", longest));
        assertThat(rule.keys(company(longest + "b GmbH")))
                .containsExactly(new MatchKey("company", "sha-256:" + Fingerprint.of(32, longest + "b")))
                .isEqualTo(rule.keys(company(longest + "B")))
                .isNotEqualTo(rule.keys(company(longest + "c")));
    }
}
