package dev.leadkit.capture;

import static dev.leadkit.capture.Converting.FAULTY;
import static dev.leadkit.capture.Converting.MISSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueConvertersTest {

    private static final Converting NUMBER = Converting.by("number", FieldType.NUMBER);
    private static final Converting GERMAN = NUMBER.with("decimal", ",").with("grouping", ".");
    private static final Converting COUNTRY = Converting.by("country", FieldType.TEXT);
    private static final Converting FLAG = Converting.by("flag", FieldType.FLAG);
    private static final Converting PHONE = Converting.by("phone", FieldType.PHONE);

    @ParameterizedTest
    @CsvSource({"12,12", "-0.50,-0.5", "+7,7", ".5,0.5", "007,7", "\u22123,-3", "\u0661\u0662,12"})
    void numberIsExact(String written, String value) {
        assertThat(NUMBER.text(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "1 000", "1e5", "5.", "--1", "1.2.3", "0x1F", "NaN", "12%", "$5", "-", ".", "1-"})
    void whatIsNotInTheStatedFormatIsNoNumber(String written) {
        assertThat(NUMBER.text(written)).isEqualTo(FAULTY);
    }

    @Test
    void numberHasAtMostAHundredCharacters() {
        assertThat(NUMBER.text("1".repeat(100))).hasSize(100);
        assertThat(NUMBER.text("1".repeat(101))).isEqualTo(FAULTY);
    }

    @Test
    void separatorsAreThoseOfTheMapping() {
        assertThat(GERMAN.text("1.234.567,89")).isEqualTo("1234567.89");
        assertThat(GERMAN.text("1234,5")).isEqualTo("1234.5");
        assertThat(GERMAN.text("12.34.567")).isEqualTo("1234567");
        assertThat(GERMAN.text("1.23")).isEqualTo(FAULTY);
        assertThat(GERMAN.text("1..234")).isEqualTo(FAULTY);
        assertThat(NUMBER.with("grouping", " ").text("1\u202F234 567")).isEqualTo(FAULTY);
        assertThat(NUMBER.with("grouping", " ").text("1\u00A0234\u00A0567")).isEqualTo("1234567");
        assertThat(NUMBER.with("grouping", "'").text("1\u2019234.5")).isEqualTo("1234.5");
    }

    @Test
    void percentAndCurrencyAreTakenOnlyWhereTheyAreExpected() {
        assertThat(NUMBER.with("percent", "fraction").text("12.5 %")).isEqualTo("0.125");
        assertThat(NUMBER.with("percent", "fraction").text("12.5")).isEqualTo("12.5");
        assertThat(NUMBER.with("percent", "number").text("12.5%")).isEqualTo("12.5");
        assertThat(NUMBER.with("currency", "drop").text("-$5.00")).isEqualTo("-5");
        assertThat(NUMBER.with("currency", "drop").text("5 \u20AC")).isEqualTo("5");
        assertThat(NUMBER.with("currency", "drop").text("EUR 5")).isEqualTo("5");
        assertThat(NUMBER.with("currency", "drop").text("EUROS 5")).isEqualTo(FAULTY);
    }

    @Property
    void everyNumberThatIsWrittenInAFormatIsReadInIt(
            @ForAll @BigRange(min = "-999999999999", max = "999999999999") @Scale(4) BigDecimal number) {
        String german = String.format(Locale.GERMANY, "%,.4f", number);

        assertThat(new BigDecimal(GERMAN.text(german))).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "IN,IN",
        "in,IN",
        "IND,IN",
        "India,IN",
        "INDIA,IN",
        "TR,TR",
        "turkey,TR",
        "T\u00DCRK\u0130YE,TR",
        "United States,US",
        "U.S.A.,US",
        "usa,US",
        "UK,GB",
        "Great Britain,GB",
        "Hong Kong,HK",
        "South Korea,KR",
        "Cote d'Ivoire,CI",
        "C\u00F4te d\u2019Ivoire,CI",
        "Bosnia and Herzegovina,BA",
        "Saint Lucia,LC",
        "NA,NA",
        "Czech Republic,CZ",
        "Russia,RU",
        "Viet Nam,VN",
        "The Netherlands,NL"
    })
    void countryIsFoundByCodeNameAndAlias(String written, String code) {
        assertThat(COUNTRY.text(written)).isEqualTo(code);
    }

    @Test
    void everyCountryOfThePlatformIsFoundByCodeAndEnglishName() {
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            assertThat(COUNTRY.text(code)).isEqualTo(code);
            assertThat(COUNTRY.text(country.getISO3Country())).isEqualTo(code);
            assertThat(COUNTRY.text(country.getDisplayCountry(Locale.ENGLISH))).isEqualTo(code);
        }
    }

    @Test
    void unknownCountriesAreMissingAndStrangeOnesFaulty() {
        assertThat(COUNTRY.text("Unknown")).isEqualTo(MISSING);
        assertThat(COUNTRY.text("n/a")).isEqualTo(MISSING);
        assertThat(COUNTRY.text("N.A.")).isEqualTo(FAULTY);
        assertThat(COUNTRY.text("Asia/Pacific Region")).isEqualTo(FAULTY);
        assertThat(COUNTRY.with("unknown", "Elsewhere").text("elsewhere")).isEqualTo(MISSING);
        assertThat(COUNTRY.with("unknown", "Elsewhere").text("unknown")).isEqualTo(FAULTY);
    }

    @Test
    void flagKnowsItsWordsInAnyCase() {
        assertThat(FLAG.text("YES")).isEqualTo("true");
        assertThat(FLAG.text("I")).isEqualTo(FAULTY);
        assertThat(FLAG.text("0")).isEqualTo("false");
        Converting german = FLAG.with("true", "Ja", "J").with("false", "Nein");
        assertThat(german.text("ja")).isEqualTo("true");
        assertThat(german.text("NEIN")).isEqualTo("false");
        assertThat(german.text("yes")).isEqualTo(FAULTY);
    }

    @ParameterizedTest
    @CsvSource({
        "GB,020 7946 0018,+442079460018",
        "DE,+44 20 7946 0018,+442079460018",
        "US,(650) 253-0000,+16502530000",
        "US,650-253-0000 ext. 12,+16502530000"
    })
    void phoneIsReadAsDialledInItsRegion(String region, String written, String e164) {
        assertThat(PHONE.with("region", region).text(written)).isEqualTo(e164);
    }

    @Test
    void phoneWithoutRegionNeedsACountryCode() {
        assertThat(PHONE.text("+1 650 253 0000")).isEqualTo("+16502530000");
        assertThat(PHONE.text("650 253 0000")).isEqualTo(FAULTY);
        assertThat(PHONE.text("call me")).isEqualTo(FAULTY);
        assertThat(PHONE.text("+" + "1".repeat(500))).isEqualTo(FAULTY);
    }

    @Test
    void phoneMayBeCheckedByItsLengthOnly() {
        assertThat(PHONE.text("+1 200 555 0100")).isEqualTo(FAULTY);
        assertThat(PHONE.with("accept", "possible").text("+1 200 555 0100")).isEqualTo("+12005550100");
    }

    @Test
    void wrongParametersAreRefusedWithTheirPath() {
        assertRefused(NUMBER.with("decimal", "ab"), "c.parameters.decimal");
        assertRefused(NUMBER.with("decimal", ",").with("grouping", ","), "c.parameters.grouping");
        assertRefused(NUMBER.with("percent", "maybe"), "c.parameters.percent");
        assertRefused(FLAG.with("true", "x").with("false", "X"), "c.parameters.false");
        assertRefused(PHONE.with("region", "XX"), "c.parameters.region");
        assertRefused(PHONE.with("region", "DE", "AT"), "c.parameters.region");
        assertRefused(COUNTRY.with("longest", "0"), "c.parameters.longest");
        assertRefused(Converting.by("text", FieldType.TEXT).with("longest", "0"), "c.parameters.longest");
    }

    private static void assertRefused(Converting converting, String path) {
        assertThatThrownBy(() -> converting.text("x"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path)));
    }

    @Test
    void aPhoneNumberMayBeAsLongAsTheLimitAndNoLonger() {
        String spaces = " ".repeat(60 - "+442079460018".length());

        assertThat(PHONE.text("+44" + spaces + "2079460018")).isEqualTo("+442079460018");
        assertThat(PHONE.text("+44 " + spaces + "2079460018")).isEqualTo(FAULTY);
    }
}
