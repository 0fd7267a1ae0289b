package dev.leadkit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.event.Touch;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTest {

    private static final Field<BigDecimal> VISITS = Field.number("visits");
    private static final FieldCatalog CATALOG = FieldCatalog.of(VISITS);
    private static final Fault NO_CONTACT_POINT =
            new Fault("contact", "an e-mail address or a phone number", "no contact point");

    private static Mapping.Builder mapping(ColumnRule... rules) {
        return Mapping.builder(CATALOG)
                .placeholders("Select", "N/A")
                .clearing("<clear>")
                .columns(ColumnRule.of("Mail", StandardFields.EMAIL))
                .columns(rules);
    }

    private static Mapped map(Mapping.Builder mapping, String column, String text) {
        Map<String, String> values = new HashMap<>(Map.of("Mail", "jo@example.com"));
        values.put(column, text);
        return mapping.build().map(submission(values));
    }

    private static Submission submission(Map<String, String> values) {
        return new Submission("form", "1", Optional.empty(), values);
    }

    @Test
    void goodTextsBecomeValuesOfStandardAndCustomFields() {
        Mapped mapped = map(mapping(ColumnRule.of("Visits", VISITS)), "Visits", " 12 ");

        assertThat(mapped.values().get(VISITS)).contains(new BigDecimal("12"));
        assertThat(mapped.values().text("email")).contains("jo@example.com");
        assertThat(mapped.isUsable()).isTrue();
        assertThat(mapped.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \u00A0", "Select", " SELECT ", "n/a"})
    void blanksAndPlaceholdersSayNothing(String text) {
        Mapped mapped = map(mapping(ColumnRule.of("Visits", VISITS)), "Visits", text);

        assertThat(mapped.values().get(VISITS)).isEmpty();
        assertThat(mapped.values().cleared()).isEmpty();
        assertThat(mapped.errors()).isEmpty();
        assertThat(mapped.warnings()).isEmpty();
    }

    @Test
    void aPlaceholderOfOneColumnIsATextInAnother() {
        Mapping.Builder mapping = mapping(
                ColumnRule.of("City", StandardFields.CITY).placeholders("Other"),
                ColumnRule.of("Source", StandardFields.SOURCE));

        assertThat(map(mapping, "City", "other").values().text("city")).isEmpty();
        assertThat(map(mapping, "Source", "Other").values().text("source")).contains("Other");
    }

    @Test
    void onlyTheClearingTokenClears() {
        Mapping.Builder mapping = mapping(ColumnRule.of("City", StandardFields.CITY));
        FieldValues known =
                FieldValues.builder().set(StandardFields.CITY, "Bonn").build();

        assertThat(known.overlay(map(mapping, "City", " <clear> ").values()).text("city"))
                .isEmpty();
        assertThat(known.overlay(map(mapping, "City", "").values()).text("city"))
                .contains("Bonn");
        assertThat(known.overlay(map(mapping, "Mail", "a@b.org").values()).text("city"))
                .contains("Bonn");
        assertThat(map(mapping, "City", "<CLEAR>").values().text("city")).contains("<CLEAR>");
    }

    @Test
    void aRequiredFieldCannotBeCleared() {
        Mapping.Builder mapping =
                mapping(ColumnRule.of("City", StandardFields.CITY).asRequired());

        assertThat(map(mapping, "City", "<clear>").errors())
                .containsExactly(new Fault("City", "a value for city", "cleared"));
    }

    @Test
    void aRequiredColumnMustHaveAGoodValue() {
        Mapping.Builder mapping = mapping(ColumnRule.of("Visits", VISITS).asRequired());
        Fault missing = new Fault("Visits", "a value for visits", "");

        assertThat(map(mapping, "Visits", "").errors()).containsExactly(missing);
        assertThat(map(mapping, "Visits", "Select").errors()).containsExactly(missing);
        assertThat(map(mapping, "Mail", "a@b.org").errors()).containsExactly(missing);
        assertThat(map(mapping, "Visits", "many").errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("Visits"))
                .satisfies(fault -> assertThat(fault.value()).isEqualTo("text of 4 characters"));
    }

    @Test
    void anOptionalColumnThatCannotBeConvertedIsLeftOutWithAWarning() {
        Mapped mapped = map(mapping(ColumnRule.of("Visits", VISITS)), "Visits", "many");

        assertThat(mapped.isUsable()).isTrue();
        assertThat(mapped.values().get(VISITS)).isEmpty();
        assertThat(mapped.warnings()).extracting(Fault::path).containsExactly("Visits");
    }

    @Test
    void theDefaultHoldsWhereNothingIsSaidAndOnlyThere() {
        Mapping.Builder mapping =
                mapping(ColumnRule.of("Visits", VISITS).otherwise("0").asRequired());

        assertThat(map(mapping, "Mail", "a@b.org").values().get(VISITS)).contains(BigDecimal.ZERO);
        assertThat(map(mapping, "Visits", "Select").values().get(VISITS)).contains(BigDecimal.ZERO);
        assertThat(map(mapping, "Visits", "7").values().get(VISITS)).contains(new BigDecimal("7"));
        assertThat(map(mapping, "Visits", "many").values().get(VISITS)).isEmpty();
    }

    @Test
    void aWordThatMeansUnknownIsMissingToo() {
        ColumnRule country = ColumnRule.of("Country", StandardFields.COUNTRY).converter("country");

        assertThat(map(mapping(country), "Country", "unknown").warnings()).isEmpty();
        assertThat(map(mapping(country.otherwise("Germany")), "Country", "unknown")
                        .values()
                        .text("country"))
                .contains("DE");
        assertThat(map(mapping(country.asRequired()), "Country", "unknown").errors())
                .hasSize(1);
    }

    @Test
    void theValueMapIsLookedUpAfterTrimmingExactlyAndThenInAnyCase() {
        Mapping.Builder mapping = mapping(ColumnRule.of("Source", StandardFields.SOURCE)
                .values(Map.of("google", "Google", "Fb", "Facebook", "INSTA", "Instagram")));

        assertThat(map(mapping, "Source", " google ").values().text("source")).contains("Google");
        assertThat(map(mapping, "Source", "GOOGLE").values().text("source")).contains("Google");
        assertThat(map(mapping, "Source", "insta").values().text("source")).contains("Instagram");
        assertThat(map(mapping, "Source", "Bing").values().text("source")).contains("Bing");
    }

    @Test
    void aColumnThatIsNotKnownIsToldOfInEachRowOfEachHeader() {
        Mapping mapping = mapping().build();
        Header known = Header.of(List.of("Mail"));
        Header more = Header.of(List.of("Mail", "Shoe size"));

        for (int round = 0; round < 2; round++) {
            assertThat(warnings(mapping, known.row(List.of("a@b.org")))).isEmpty();
            assertThat(warnings(mapping, more.row(List.of("a@b.org", "42")))).hasSize(1);
            assertThat(warnings(mapping, Map.of("Mail", "a@b.org", "Shoe size", "42")))
                    .hasSize(1);
            assertThat(warnings(mapping, Map.of("Mail", "a@b.org"))).isEmpty();
        }
    }

    private static List<Fault> warnings(Mapping mapping, Map<String, String> values) {
        return mapping.map(new Submission("s", "1", Optional.empty(), values)).warnings();
    }

    @Test
    void aLeadWithoutAnyContactPointGetsAWarning() {
        FieldCatalog catalog = FieldCatalog.of(new Field<>("mobile", FieldType.PHONE, true));
        Mapping mapping = Mapping.builder(catalog)
                .columns(ColumnRule.of("City", "city"), ColumnRule.of("Mobile", "mobile"))
                .build();

        assertThat(mapping.map(submission(Map.of("City", "Bonn"))).warnings()).containsExactly(NO_CONTACT_POINT);
        assertThat(mapping.map(submission(Map.of("Mobile", "+442079460018"))).warnings())
                .isEmpty();
    }

    @Test
    void aSubmissionThatSaysNothingIsFaulty() {
        assertThat(map(mapping(), "Mail", "").errors()).containsExactly(new Fault("values", "at least one value", ""));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Mapping mapping = mapping(
                        ColumnRule.of("Visits", VISITS).asRequired(),
                        ColumnRule.of("Country", "country").converter("country").asRequired(),
                        ColumnRule.of("City", "city").asRequired())
                .unknownColumns(Mapping.UnknownColumns.REFUSE)
                .build();
        Mapped mapped =
                mapping.map(submission(Map.of("Mail", "x", "Visits", "x", "Country", "x", "City", " ", "Foo", "x")));

        assertThat(mapped.errors()).extracting(Fault::path).containsExactly("Visits", "Country", "City", "columns");
        assertThat(mapped.warnings()).extracting(Fault::path).containsExactly("Mail", "contact");
    }

    @Test
    void unknownColumnsGiveOneWarningOrOneErrorUnlessIgnored() {
        Mapping.Builder mapping = mapping().ignore("Foo");
        Submission submission = submission(Map.of("Mail", "a@b.org", "Foo", "1", "Baz", "2", "Bar", "3"));
        Fault unknown = new Fault(
                "columns", "known to the mapping", "\"Bar\", \"Baz\"", "Give each a rule or ignore it on purpose.");

        assertThat(mapping.build().map(submission).warnings()).containsExactly(unknown);
        mapping.unknownColumns(Mapping.UnknownColumns.REFUSE);
        assertThat(mapping.build().map(submission).errors()).containsExactly(unknown);
    }

    @Test
    void aColumnMayFillSeveralFields() {
        Mapping.Builder mapping = mapping(ColumnRule.of("Place", "city"), ColumnRule.of("Place", "region"));
        FieldValues values = map(mapping, "Place", "Bonn").values();

        assertThat(values.text("city")).contains("Bonn");
        assertThat(values.text("region")).contains("Bonn");
    }

    @Test
    void aSubmissionTakesItsIdAndItsTimeFromItsColumns() {
        Mapping mapping = mapping()
                .externalId("Id")
                .occurredAt("Day", Map.of("patterns", List.of("dd.MM.yyyy"), "zone", List.of("UTC")))
                .build();
        Submission good = mapping.submission("crm", "x", Map.of("Mail", "a@b.org", "Id", " 7 ", "Day", "22.11.2026"));
        Submission undated = mapping.submission("crm", "x", Map.of("Mail", "a@b.org", "Id", "7", "Day", "soon"));

        assertThat(good.externalId()).isEqualTo("7");
        assertThat(good.occurredAt()).contains(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(mapping.map(good).warnings()).isEmpty();
        assertThat(undated.occurredAt()).isEmpty();
        assertThat(mapping.map(undated).warnings()).extracting(Fault::path).containsExactly("Day");
        assertThatThrownBy(() -> mapping.submission("crm", "x", Map.of("Id", "select")))
                .isInstanceOf(RefusedException.class);
        assertThat(mapping().build().submission("crm", "x", Map.of()).externalId())
                .isEqualTo("x");
    }

    @Test
    void mappingsOfTheSameRulesAreEqualAndTellTheirRules() {
        ColumnRule rule = ColumnRule.of("City", "city").converter("name").parameter("longest", "9");
        Mapping one = mapping(rule).externalId("Id").ignore("Foo").build();

        assertThat(one).isEqualTo(mapping(rule).externalId("Id").ignore("Foo").build());
        assertThat(one).isNotEqualTo(mapping(rule).externalId("Id").build());
        assertThat(one.columns()).hasSize(2).contains(rule);
        assertThat(one.externalId()).contains("Id");
        assertThat(one.placeholders()).containsExactly("N/A", "Select");
        assertThat(one).hasToString("Mapping[2 columns]");
    }

    @Test
    void aMappingTellsAllItsSettings() {
        Mapping mapping = mapping()
                .occurredAt("Day", Map.of("zone", List.of("UTC")))
                .ignore("Foo")
                .touch(Map.of("gclid", "Click"))
                .unknownColumns(Mapping.UnknownColumns.REFUSE)
                .build();

        assertThat(mapping.occurredAt()).contains("Day");
        assertThat(mapping.occurredAtParameters()).isEqualTo(Map.of("zone", List.of("UTC")));
        assertThat(mapping.ignored()).containsExactly("Foo");
        assertThat(mapping.clearing()).contains("<clear>");
        assertThat(mapping.touch()).isEqualTo(Map.of("gclid", "Click"));
        assertThat(mapping.unknownColumns()).isEqualTo(Mapping.UnknownColumns.REFUSE);
        assertThat(mapping().build().unknownColumns()).isEqualTo(Mapping.UnknownColumns.WARN);
        assertThat(mapping().touch().build().touch())
                .containsOnlyKeys(Stream.concat(Touch.TAGS.stream(), Touch.CLICK_IDS.stream())
                        .toList())
                .allSatisfy((parameter, column) -> assertThat(column).isEqualTo(parameter));
        assertThat(mapping)
                .hasSameHashCodeAs(mapping()
                        .occurredAt("Other", Map.of("zone", List.of("Nowhere")))
                        .occurredAt("Day", Map.of("zone", List.of("UTC")))
                        .ignore("Foo")
                        .touch(Map.of("fbclid", "Other"))
                        .touch(Map.of("gclid", "Click"))
                        .unknownColumns(Mapping.UnknownColumns.REFUSE)
                        .build());
        assertThat(mapping.hashCode()).isNotEqualTo(mapping().build().hashCode());
    }

    @Test
    void theLaterSettingOfTheTimeAndOfTheTouchTakesTheEarlierOnesPlace() {
        Mapping mapping = mapping()
                .occurredAt("Other", Map.of("patterns", List.of("dd.MM.uuuu"), "zone", List.of("UTC")))
                .occurredAt("Day", Map.of())
                .touch(Map.of("fbclid", "Other"))
                .touch(Map.of("gclid", "Click"))
                .build();

        assertThat(mapping.occurredAt()).contains("Day");
        assertThat(mapping.occurredAtParameters()).isEmpty();
        assertThat(mapping.touch()).isEqualTo(Map.of("gclid", "Click"));
    }

    @Test
    void aTouchIsReadFromItsColumnsWithoutWhatSaysNothing() {
        Mapping mapping = mapping()
                .touch(Map.of("gclid", "Click", "utm_source", "From", "utm_medium", "How"))
                .build();
        Map<String, String> values =
                Map.of("Mail", "jo@example.com", "Click", " abc ", "From", "n/a", "How", "<clear>");

        assertThat(mapping.map(submission(values)).touch())
                .contains(Touch.of(Map.of("gclid", "abc")).orElseThrow());
        assertThat(mapping.map(submission(values)).warnings()).isEmpty();
        assertThat(mapping.map(submission(Map.of("Mail", "jo@example.com", "Click", "")))
                        .touch())
                .isEmpty();
        assertThat(mapping().build().map(submission(values)).touch()).isEmpty();
    }

    @Test
    void aSubmissionWithAFaultIsNotUsable() {
        assertThat(map(mapping(), "Mail", "").isUsable()).isFalse();
    }

    @Test
    void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
        Mapping.Builder builder = mapping();
        Mapping built = builder.build();
        builder.columns(ColumnRule.of("City", "city")).placeholders("jo@example.com");

        assertThat(built.columns()).hasSize(1);
        assertThat(built.map(submission(Map.of("Mail", "jo@example.com"))).isUsable())
                .isTrue();
    }
}
