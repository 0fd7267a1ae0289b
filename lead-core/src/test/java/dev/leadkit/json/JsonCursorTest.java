package dev.leadkit.json;

import static dev.leadkit.json.Faulty.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonCursorTest {

    private static Object read(String text, Function<JsonCursor, ?> reader) {
        return JsonDocument.of(text).as("thing", json -> Optional.of(reader.apply(json)));
    }

    @Test
    void valuesAreReadAsWhatTheyAre() {
        assertThat(read("\"a\"", JsonCursor::text)).isEqualTo(Optional.of("a"));
        assertThat(read("\"\"", JsonCursor::anyText)).isEqualTo(Optional.of(""));
        assertThat(read("1.50", JsonCursor::number)).isEqualTo(Optional.of(new BigDecimal("1.50")));
        assertThat(read("2e1", json -> json.integer(0, 20))).isEqualTo(OptionalInt.of(20));
        assertThat(read("-9223372036854775808", json -> json.wholeNumber(Long.MIN_VALUE, 0)))
                .isEqualTo(OptionalLong.of(Long.MIN_VALUE));
        assertThat(read("false", JsonCursor::flag)).isEqualTo(Optional.of(false));
        assertThat(read("\"PT36H\"", JsonCursor::duration)).isEqualTo(Optional.of(Duration.ofHours(36)));
        assertThat(read("\"2026-11-22T08:00:00Z\"", JsonCursor::instant))
                .isEqualTo(Optional.of(Instant.parse("2026-11-22T08:00:00Z")));
        assertThat(read("\"b\"", json -> json.oneOf(Set.of("a", "b")))).isEqualTo(Optional.of("b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p30d",
                "P-1D",
                "-P1D",
                "+P1D",
                "PT1,5S",
                "PT1.1234567890S",
                "P",
                "PT",
                "P1DT",
                "P1W",
                "P1Y",
                "P999999999999999999D"
            })
    void aDurationIsWrittenInOneWay(String text) {
        assertThat(faults("\"" + text + "\"", json -> json.duration()))
                .singleElement()
                .asString()
                .startsWith("$: must be a duration, was");
    }

    @Test
    void everyWrongValueIsOneFaultThatShowsIt() {
        assertThat(faults(
                        "{\"a\": 1, \"b\": \" \", \"c\": \"x\", \"d\": 1.5, \"e\": \"yes\", \"f\": \"P1M\", \"g\": \"now\","
                                + " \"h\": \"inbund\", \"i\": {}, \"j\": []}",
                        json -> {
                            json.at("a").text();
                            json.at("b").text();
                            json.at("c").number();
                            json.at("d").integer(0, 9);
                            json.at("e").flag();
                            json.at("f").duration();
                            json.at("g").instant();
                            json.at("h").oneOf(List.of("inbound", "outbound"));
                            json.at("i").items();
                            json.at("j").members();
                            json.at("k").text();
                            return Optional.empty();
                        }))
                .containsExactly(
                        "$.a: must be a text, was 1",
                        "$.b: must be a text, was \" \"",
                        "$.c: must be a number, was \"x\"",
                        "$.d: must be a whole number from 0 to 9, was 1.5",
                        "$.e: must be true or false, was \"yes\"",
                        "$.f: must be a duration, was \"P1M\". Write days, hours, minutes and seconds, such as \"P30D\" or"
                                + " \"PT12H\".",
                        "$.g: must be an instant like \"2026-11-22T08:00:00Z\", was \"now\"",
                        "$.h: must be a known word, was \"inbund\". Did you mean \"inbound\"?",
                        "$.i: must be a list, was an object",
                        "$.j: must be an object, was a list",
                        "$.k: must be a text, was missing");
    }

    @Test
    void negativeDurationIsAFault() {
        assertThat(faults("\"-P1D\"", JsonCursor::duration)).hasSize(1);
    }

    @Test
    void unknownMemberIsAFaultWithTheLikelyName() {
        assertThat(faults("{\"nmae\": 1, \"it's\": null, \"\": 2}", json -> Optional.of(json.only("name"))))
                .containsExactly(
                        "$.nmae: must be a known member, was \"nmae\". Did you mean \"name\"?",
                        "$['it's']: must be a known member, was \"it's\". Known: name.",
                        "$['']: must be a known member, was \"\". Known: name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"model\": 5}", "{\"model\": []}", "{}", "{\"model\": null}"})
    void whatIsNoObjectIsOneFaultHoweverManyMembersAreAskedFor(String text) {
        assertThat(faults(text, json -> {
                    JsonCursor model = json.at("model").only("name", "version", "parts");
                    model.at("name").text();
                    model.at("version").integer(0, 1);
                    model.at("parts").items();
                    model.at("parts").at("first").flag();
                    return Optional.empty();
                }))
                .singleElement()
                .asString()
                .startsWith("$.model: must be an object, was ");
    }

    @Test
    void optionalMembersOfWhatIsNotThereAreNoFault() {
        assertThat(read("{}", json -> json.at("a").at("b").isMissing())).isEqualTo(true);
    }

    @Test
    void askingForMembersOfATextIsAFaultEvenIfAllAreOptional() {
        assertThat(faults(
                        "{\"a\": \"text\"}",
                        json -> Optional.of(json.at("a").at("b").isMissing())))
                .containsExactly("$.a: must be an object, was \"text\"");
    }

    @Test
    void sameFaultIsToldOnce() {
        assertThat(faults(
                        "{}", json -> json.at("a").text().or(() -> json.at("a").text())))
                .containsExactly("$.a: must be a text, was missing");
    }

    @Test
    void nullIsMissing() {
        assertThat(read("null", JsonCursor::isMissing)).isEqualTo(true);
        assertThat(faults("[null]", json -> json.items().get(0).text()))
                .containsExactly("$[0]: must be a text, was missing");
        assertThat(read("{\"a\": null}", json -> json.at("a").itemsIfAny())).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999", "-1E+2000"})
    @Timeout(5)
    void hugeNumberIsAFaultAndTakesNoTime(String number) {
        assertThat(faults(number, JsonCursor::number))
                .singleElement()
                .asString()
                .startsWith("$: must be a number, was");
        assertThat(faults(number, json -> Optional.of(json.integer(0, 1)).filter(OptionalInt::isPresent)))
                .singleElement()
                .asString()
                .startsWith("$: must be a whole number from 0 to 1, was");
    }

    @Test
    void shownValueIsShortAndOnOneLine() {
        assertThat(faults("[\"a\\nb\\u0007\\ud800\\u202e\", \"" + "x".repeat(1000) + "\"]", json -> {
                    json.items().get(0).number();
                    return json.items().get(1).number();
                }))
                .containsExactly(
                        "$[0]: must be a number, was \"a\\u000ab\\u0007\\ud800\\u202e\"",
                        "$[1]: must be a number, was \"" + "x".repeat(60) + "...\"");
    }

    @Test
    void hiddenValueIsShownByItsKindOnly() {
        assertThat(faults("{\"a\": \"Ann\", \"b\": 4711, \"c\": true}", json -> {
                    JsonCursor data = json.hidingValues();
                    data.at("a").number();
                    data.at("b").text();
                    data.at("c").items();
                    return Optional.empty();
                }))
                .containsExactly(
                        "$.a: must be a number, was text of 3 characters",
                        "$.b: must be a text, was a number",
                        "$.c: must be a list, was true or false");
    }

    @Test
    void refusalOfAThingBecomesFaultsAtItsPlace() {
        List<Fault> faults =
                List.of(new Fault("columns[2].field", "a field", "\"x\""), new Fault("clearing", "a text", ""));
        assertThat(faults(
                        "{\"a\": {}}",
                        json -> json.at("a").make(() -> {
                            throw new RefusedException("mapping", faults);
                        })))
                .containsExactly(
                        "$.a.columns[2].field: must be a field, was \"x\"",
                        "$.a.clearing: must be a text, was missing");
        assertThat(faults(
                        "{\"a\": \"x\"}",
                        json -> json.at("a").make(() -> {
                            throw new IllegalArgumentException("size must be 1, was 2");
                        })))
                .containsExactly("$.a: must be valid, was \"x\". Size must be 1, was 2.");
    }

    @Test
    void membersKeepTheOrderOfTheText() {
        assertThat(read(
                        "{\"b\": 1, \"a\": 2}",
                        json -> List.copyOf(json.members().keySet())))
                .isEqualTo(List.of("b", "a"));
        assertThat(read(
                        "{\"b\": 1, \"a\": [2]}",
                        json -> json.members().get("a").items().get(0).path()))
                .isEqualTo("$.a[0]");
    }
}
