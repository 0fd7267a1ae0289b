package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.contact.EmailLists;
import dev.leadkit.contact.EmailRule;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmailConverterTest {

    private static final Mapping MAPPING = Mapping.builder(
                    FieldCatalog.of(Field.flag("role"), Field.flag("free"), Field.flag("gone")))
            .converters(Converters.standard()
                    .withEmailLists(EmailLists.none()
                            .roles(Set.of("info"))
                            .freeMail(Set.of("mail.example"))
                            .disposable(Set.of("gone.example"))))
            .columns(
                    ColumnRule.of("mail", "email"),
                    ColumnRule.of("mail", "role").converter("role-mail"),
                    ColumnRule.of("mail", "free").converter("free-mail"),
                    ColumnRule.of("mail", "gone").converter("disposable-mail"))
            .build();

    private static Mapped map(String mail) {
        return MAPPING.map(MAPPING.submission("form", "1", Map.of("mail", mail)));
    }

    @ParameterizedTest
    @DisplayName("and those of the lists fill the address and its flags from one column")
    @CsvSource({
        "Info <INFO+x@example.com>,true,false,false",
        "jo@Mail.example,false,true,false",
        "mailto:info@eu.gone.example,true,false,true"
    })
    void oneColumnFillsTheFlags(String mail, String role, String free, String gone) {
        assertThat(map(mail).values().text("role")).contains(role);
        assertThat(map(mail).values().text("free")).contains(free);
        assertThat(map(mail).values().text("gone")).contains(gone);
    }

    @Test
    @DisplayName("tells the rule that is broken once, and leaves the flags unknown")
    void theRuleIsTold() {
        Mapped mapped = map("jo..doe@mail.example");

        assertThat(mapped.errors()).hasSize(1);
        assertThat(mapped.warnings())
                .contains(new Fault(
                        "mail",
                        EmailRule.LOCAL_DOTS.rule(),
                        "text of 20 characters",
                        "One address of the form name@example.com."));
        assertThat(mapped.values().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("refuses a text that is too long for a name and an address without reading it")
    void aLongTextIsRefused() {
        String address = "<" + "a".repeat(60) + "@example.com>";

        assertThat(EmailConverter.convert("n".repeat(1_000 - address.length()) + address))
                .isInstanceOf(Conversion.Value.class);
        assertThat(EmailConverter.convert("n".repeat(1_001 - address.length()) + address))
                .isEqualTo(
                        new Conversion.Faulty<>(EmailRule.LENGTH.rule(), "One address of the form name@example.com."));
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(4).ofMaxLength(40);
        Arbitrary<String> secret =
                Arbitraries.strings().withCharRange('0', '9').ofMinLength(4).ofMaxLength(12);
        Arbitrary<String> near = Combinators.combine(
                        secret, Arbitraries.of("@", "..@", "@-", "@[", "(c)@", " @", "\"@"), secret)
                .as((local, at, domain) -> local + at + domain);
        return Arbitraries.oneOf(any, secret, near);
    }

    @Property
    @Label("never shows what it was given in a fault")
    void noFaultShowsACell(@ForAll("cells") String cell) {
        Mapped mapped = map(cell);

        for (Fault fault : mapped.warnings()) {
            assertThat(fault.toString()).doesNotContain(cell);
            for (String digits : cell.split("[^0-9]+", -1)) {
                assertThat(digits.length() < 4 || !fault.toString().contains(digits))
                        .isTrue();
            }
        }
    }
}
