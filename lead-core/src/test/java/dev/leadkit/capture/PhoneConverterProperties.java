package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.leadkit.lead.FieldType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A phone number with punctuation")
final class PhoneConverterProperties {

    private static final Converting PHONE = Converting.by("phone", FieldType.PHONE);

    /** Digits as people group them, an international or a trunk prefix before them or none, anything else rarely. */
    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> prefix =
                Arbitraries.of("", "+1 ", "+49 (0)", "+44", "(+33) ", "011 49 ", "00 39 ", "0", "+39 0", "++1", "1-");
        Arbitrary<String> group = Combinators.combine(
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(4),
                        Arbitraries.of(" ", "-", ".", "", ")", " (", "x", "/", "+", " ext. ", "#"))
                .as(String::concat);
        Arbitrary<String> digits = group.list().ofMinSize(1).ofMaxSize(5).map(groups -> String.join("", groups));
        return Combinators.combine(prefix, digits).as(String::concat);
    }

    @Property(tries = 5_000)
    @Label("is what the library says of it as it was written")
    void isReadAsWritten(@ForAll("written") String text) {
        assertThat(PHONE.with("region", "US").text(text)).isEqualTo(told(text.strip()));
    }

    private static String told(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, "US");
            String e164 = numbers.format(number, PhoneNumberFormat.E164);
            boolean good =
                    numbers.isValidNumber(number) && FieldType.PHONE.parse(e164).isPresent();
            return good ? e164 : Converting.FAULTY;
        } catch (NumberParseException e) {
            return Converting.FAULTY;
        }
    }
}
