package dev.leadkit.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.core.kit.LeadArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldTypeProperties {

    private interface Check {
        void run();
    }

    @Provide
    Arbitrary<Check> roundTrips() {
        return Arbitraries.of(LeadArbitraries.fields()).flatMap(FieldTypeProperties::roundTrips);
    }

    private static <T> Arbitrary<Check> roundTrips(Field<T> field) {
        return LeadArbitraries.values(field).map(value -> () -> assertRoundTrip(field.type(), value));
    }

    @Property(tries = 300)
    void whatWasWrittenIsReadAgain(@ForAll("roundTrips") Check check) {
        check.run();
    }

    private static <T> void assertRoundTrip(FieldType<T> type, T value) {
        T read = type.parse(type.format(value)).orElseThrow();
        assertThat(type.key(read)).isEqualTo(type.key(value));
        assertThat(type.format(read)).isEqualTo(type.format(value));
        assertThat(type.parse(type.format(read))).contains(read);
        assertThat(FieldType.named(type.name())).contains(type);
        assertThat(type.valueClass().isInstance(value)).isTrue();
        assertThat(type).hasToString(type.name());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-120, 120))
                .as((unscaled, scale) -> new BigDecimal(unscaled, scale).toString());
    }

    @Property
    void aNumberThatIsReadIsWrittenAndReadUnchanged(@ForAll("numbers") String text) {
        FieldType.NUMBER.parse(text).ifPresent(number -> {
            assertThat(number).isEqualByComparingTo(new BigDecimal(text));
            assertThat(FieldType.NUMBER.parse(FieldType.NUMBER.format(number))).contains(number);
        });
    }

    @Property
    void numbersHaveOneKeyWhateverTheirZeros(@ForAll BigInteger unscaled, @ForAll @IntRange(max = 50) int zeros) {
        BigDecimal number = new BigDecimal(unscaled, 3);
        Object key = FieldType.NUMBER.key(number);
        Object padded = FieldType.NUMBER.key(number.setScale(3 + zeros));
        assertThat(padded).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @Property
    void equalNumbersAreOneValueOfAFieldHoweverTheyAreMade(
            @ForAll("numbers") String text, @ForAll @IntRange(max = 50) int zeros) {
        Field<BigDecimal> field = Field.number("size");
        BigDecimal number = new BigDecimal(text);
        Optional<BigDecimal> read =
                FieldType.NUMBER.parse(number.stripTrailingZeros().toPlainString());
        assertThat(FieldType.NUMBER.canonical(number)).isEqualTo(read);
        if (read.isPresent()) {
            FieldValues set = FieldValues.builder().set(field, number).build();
            FieldValues padded = FieldValues.builder()
                    .set(field, number.setScale(Math.max(0, number.scale()) + zeros))
                    .build();
            assertThat(set).isEqualTo(padded).hasSameHashCodeAs(padded);
            assertThat(set)
                    .isEqualTo(FieldValues.builder()
                            .parse(field, set.text("size").orElseThrow())
                            .build());
            assertThat(set.get(field)).isEqualTo(read);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FieldValues.builder().set(field, number))
                    .withMessage("size must be a number of at most 100 characters, was a longer one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "-7E2147483647"})
    void aNumberThatWouldFillTheMemoryIsRefusedBeforeItIsWrittenOut(String text) {
        BigDecimal number = new BigDecimal(text);
        assertThat(FieldType.NUMBER.canonical(number)).isEmpty();
        assertThat(FieldType.NUMBER.key(number)).isEqualTo(number);
        assertThatIllegalArgumentException().isThrownBy(() -> FieldType.NUMBER.format(number));
    }

    @Test
    void nothingIsNothingHoweverFineItIsMeasured() {
        assertThat(FieldType.NUMBER.canonical(new BigDecimal("0E-999999999"))).contains(BigDecimal.ZERO);
        assertThat(FieldType.NUMBER.format(new BigDecimal("-0.00"))).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+100", "1E-101", "1e99999999", "-1E+99", "x", "", "1,5", " 1", "0x10"})
    void aNumberIsNoLongerThanAHundredCharactersAndADecimal(String text) {
        assertThat(FieldType.NUMBER.parse(text)).isEmpty();
    }

    @Test
    void theLongestNumbersAreRead() {
        assertThat(FieldType.NUMBER.parse("1E+99")).contains(BigDecimal.TEN.pow(99));
        assertThat(FieldType.NUMBER.parse("9".repeat(100))).isPresent();
        assertThat(FieldType.NUMBER.parse("9".repeat(101))).isEmpty();
        assertThat(FieldType.NUMBER.parse("1.00").orElseThrow()).hasToString("1");
        assertThat(FieldType.NUMBER.parse("1E+2").orElseThrow()).hasToString("100");
    }

    @Test
    void otherTypesReadTheirOneFormOnly() {
        assertThat(FieldType.FLAG.parse("true")).contains(true);
        assertThat(FieldType.FLAG.parse("false")).contains(false);
        assertThat(FieldType.FLAG.parse("TRUE")).isEmpty();
        assertThat(FieldType.DATE.parse("2026-02-28")).contains(LocalDate.of(2026, 2, 28));
        assertThat(FieldType.DATE.parse("2026-02-29")).isEmpty();
        assertThat(FieldType.DATE.parse("28.02.2026")).isEmpty();
        assertThat(FieldType.INSTANT.parse("1970-01-01T00:00:01Z")).contains(Instant.ofEpochSecond(1));
        assertThat(FieldType.INSTANT.parse("1970-01-01")).isEmpty();
        assertThat(FieldType.EMAIL.parse("nobody")).isEmpty();
        assertThat(FieldType.PHONE.parse("030")).isEmpty();
        assertThat(FieldType.DATE.parse("2026-02-28" + " ".repeat(300))).isEmpty();
        assertThat(FieldType.TEXT.parse("x".repeat(300))).isPresent();
        assertThat(FieldType.named("nothing")).isEmpty();
    }

    @Test
    void kindsOfTypes() {
        assertThat(FieldType.all())
                .filteredOn(FieldType::isText)
                .containsExactly(FieldType.TEXT, FieldType.EMAIL, FieldType.PHONE);
        assertThat(FieldType.all())
                .filteredOn(FieldType::isOrdered)
                .containsExactly(FieldType.NUMBER, FieldType.DATE, FieldType.INSTANT);
        assertThat(FieldType.all())
                .filteredOn(FieldType::isTemporal)
                .containsExactly(FieldType.DATE, FieldType.INSTANT);
        assertThat(FieldType.all()).hasSize(7).extracting(FieldType::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, de",
        "ISTANBUL, istanbul",
        "ISI, ısı",
        "straße, STRASSE",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδος",
        "οδοσ, ΟΔΟΣ",
        "ǅ, ǆ",
        "ﬀ, FF",
        "ÉCOLE, école"
    })
    void caseMakesNoDifferenceInAnyLanguage(String one, String other) {
        assertThat(FieldType.fold(one)).isEqualTo(FieldType.fold(other));
        assertThat(FieldType.TEXT.key(one)).isEqualTo(FieldType.TEXT.key(other));
    }

    @Test
    void otherLettersMakeADifference() {
        assertThat(FieldType.fold("école")).isNotEqualTo(FieldType.fold("ecole"));
        assertThat(FieldType.fold("İ")).isNotEqualTo(FieldType.fold("i"));
        assertThat(FieldType.fold("AbC1-")).isEqualTo("abc1-");
    }

    @Test
    void foldingEveryCharacterTwiceIsFoldingItOnce() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String letter = Character.toString(point);
            String once = FieldType.fold(letter);
            if (!FieldType.fold(once).equals(once)
                    || !FieldType.fold(letter.toUpperCase(Locale.ROOT)).equals(once)) {
                assertThat(Integer.toHexString(point)).isEqualTo("a character of one folded form");
            }
        }
    }

    @Test
    void foldingMakesNoTextShorter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String letter = Character.toString(point);
            if (FieldType.fold(letter).length() < letter.length()) {
                assertThat(Integer.toHexString(point)).isEqualTo("a character that does not shrink");
            }
        }
    }

    @Property
    void foldingAPartIsAPartOfFoldingTheWhole(@ForAll String start, @ForAll String end) {
        assertThat(FieldType.fold(start + "x" + end))
                .startsWith(FieldType.fold(start))
                .endsWith(FieldType.fold(end));
    }

    @Test
    void fieldsHaveNames() {
        assertThat(Field.isName("a")).isTrue();
        assertThat(Field.isName("A9_-.")).isTrue();
        assertThat(Field.isName("a".repeat(64))).isTrue();
        assertThat(List.of("", "9a", "a b", "é", "a".repeat(65), ".a")).noneMatch(Field::isName);
        assertThatIllegalArgumentException().isThrownBy(() -> Field.text("a b"));
        assertThat(Field.text("a").personal()).isFalse();
        assertThat(Field.text("a").asPersonal()).isEqualTo(new Field<>("a", FieldType.TEXT, true));
        assertThat(Field.number("a").type()).isSameAs(FieldType.NUMBER);
        assertThat(Field.flag("a").type()).isSameAs(FieldType.FLAG);
        assertThat(Field.date("a").type()).isSameAs(FieldType.DATE);
        assertThat(Field.instant("a").type()).isSameAs(FieldType.INSTANT);
    }

    @Test
    void aCatalogHasTheStandardFieldsAndTheHostsOwn() {
        Field<String> own = Field.text("own");
        FieldCatalog catalog = FieldCatalog.of(own);
        assertThat(catalog.find("own")).contains(own);
        assertThat(catalog.find("Own")).isEmpty();
        assertThat(List.copyOf(catalog.names())).isSorted().contains("own", "email", "stage");
        assertThat(catalog.fields()).containsAll(StandardFields.captured()).containsAll(StandardFields.kept());
        assertThat(FieldCatalog.standard().fields()).hasSize(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FieldCatalog.of(Field.text("stage"), own, Field.number("own")))
                .withMessageContaining("field catalog has 2 faults")
                .withMessageContaining("stage: must be a new field name");
    }
}
