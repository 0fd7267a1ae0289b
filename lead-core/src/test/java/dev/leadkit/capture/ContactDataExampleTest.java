package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.contact.EmailRule;
import dev.leadkit.contact.MatchKeyRule;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/contact-data.md}. */
@DisplayName("The page about contact data")
final class ContactDataExampleTest {

    private static final Path PAGE = Path.of("../docs/contact-data.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/leadkit/capture/ContactDataExampleTest.java");

    @Test
    @DisplayName("shows code that does what the page says")
    void theExampleHolds() {
        // example
        EmailLists lists = EmailLists.none().roles(Set.of("info", "sales")).freeMail(Set.of("mail.example"));
        Mapping mapping = Mapping.builder(FieldCatalog.of(Field.flag("roleMail"), Field.flag("freeMail")))
                .converters(Converters.standard().withEmailLists(lists))
                .columns(
                        ColumnRule.of("First", "firstName").converter("name"),
                        ColumnRule.of("Last", "lastName").converter("name"),
                        ColumnRule.of("Mail", "email"),
                        ColumnRule.of("Mail", "roleMail").converter("role-mail"),
                        ColumnRule.of("Mail", "freeMail").converter("free-mail"),
                        ColumnRule.of("Firm", "company"),
                        ColumnRule.of("Land", "country").converter("country").parameter("languages", "de"),
                        ColumnRule.of("State", "region").converter("region").parameter("countryColumn", "Land"),
                        ColumnRule.of("Tel", "phone").parameter("countryColumn", "Land"))
                .build();
        Mapped mapped = mapping.map(mapping.submission(
                "form",
                "17",
                Map.of(
                        "First", "JØRGEN",
                        "Last", "müller",
                        "Mail", "Jørgen Müller <J.Mueller+fair@BÜCHER.example>",
                        "Firm", "Bücher & Söhne GmbH & Co. KG",
                        "Land", "Germany",
                        "State", "bayern",
                        "Tel", "089 123456")));
        MatchKeyRule rule = MatchKeyRule.email()
                .and(MatchKeyRule.emailIgnoringTag())
                .and(MatchKeyRule.phone())
                .and(MatchKeyRule.person(lists))
                .and(MatchKeyRule.company());
        // end
        Map<String, String> values = new TreeMap<>();
        mapped.values()
                .fields()
                .forEach(field -> values.put(
                        field.name(), mapped.values().text(field.name()).orElseThrow()));

        assertThat(mapped.warnings()).isEmpty();
        assertThat(values)
                .isEqualTo(Map.of(
                        "firstName", "Jørgen",
                        "lastName", "Müller",
                        "email", "J.Mueller+fair@xn--bcher-kva.example",
                        "roleMail", "false",
                        "freeMail", "false",
                        "company", "Bücher & Söhne GmbH & Co. KG",
                        "country", "DE",
                        "region", "DE-BY",
                        "phone", "+4989123456"));
        assertThat(rule.keys(mapped.values()).stream().map(key -> key.kind() + " " + key.value()))
                .containsExactly(
                        "email j.mueller+fair@xn--bcher-kva.example",
                        "emailWithoutTag j.mueller@xn--bcher-kva.example",
                        "phone +4989123456",
                        "person jorgen|muller|bucherandsohne",
                        "person jorgen|muller|@xn--bcher-kva.example",
                        "company bucherandsohne");
    }

    @Test
    @DisplayName("has the code of this test, its outcome and every rule for e-mail addresses")
    void thePageHasTheExample() throws IOException {
        String source = Files.readString(SOURCE);
        String code = source.substring(source.indexOf("// example\n") + 11, source.indexOf("\n        // end\n"))
                .stripIndent();
        String page = Files.readString(PAGE);

        assertThat(page).contains("```java\n" + code + "\n```");
        assertThat(page)
                .contains(
                        "`J.Mueller+fair@xn--bcher-kva.example`",
                        "`person` `jorgen\\|muller\\|bucherandsohne`",
                        "`DE-BY`");
        for (EmailRule rule : EmailRule.values()) {
            assertThat(page).contains("| `" + rule + "` | ").contains(rule.rule());
        }
    }
}
