package dev.leadkit.scoring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.core.kit.LeadArbitraries;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ScoringModelFaultsTest {

    private static ScoringModel read(JsonDocument document) {
        return ScoringModelJson.read(document, LeadArbitraries.catalog(), RuleRegistry.EMPTY);
    }

    private static List<String> faults(JsonDocument document) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(document));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    private static String model(String rules, String more) {
        return "{\"format\": \"leadkit.scoring/1\", \"name\": \"m\", \"version\": \"1\", \"dimensions\": ["
                + "{\"name\": \"fit\", \"rules\": [" + rules + "]}]" + more + "}";
    }

    private static String number(String bands) {
        return "{\"id\": \"n\", \"number\": \"employees\", \"bands\": [" + bands + "]}";
    }

    @Test
    @DisplayName("everything that is wrong with groups, bands, matrix, disqualifiers and time zone is told at once")
    void allAtOnce() {
        String json = """
                {"format": "leadkit.scoring/1", "name": "m", "version": "1", "hash": 5, "timeZone": {"field": "employees", "zone": "Mars/Base"},
                 "dimensions": [
                   {"name": "fit", "rules": [
                     {"id": "a", "number": "country", "bands": [{"points": 1}]},
                     {"id": "b", "number": "employes", "bands": [{"atLeast": 1, "moreThan": 2, "points": 1}]},
                     {"id": "c", "number": "employees", "otherwise": "x", "bands": [
                        {"lessThan": 10, "points": 1}, {"atLeast": 20, "points": 2}, {"atLeast": 9, "lessThan": 15, "points": 3},
                        {"atLeast": 30, "lessThan": 31, "points": 4}]},
                     {"id": "d", "number": "score", "bands": [{"atLeast": 5, "lessThan": 5, "points": 1}]},
                     {"id": "e", "each": {"interaction": "open"}, "points": 1, "within": "P1D", "days": 3}],
                    "groups": [{"id": "g", "rules": ["c", "cc", "g"], "cap": 1, "floor": 2}, {"id": "a", "rules": ["c"]}]}],
                 "grades": [{"grade": "A", "atLeast": 1}],
                 "matrix": {"rows": {"dimension": "fitt", "grades": [{"grade": "A", "atLeast": 1}], "otherwise": "A"},
                            "columns": {"dimension": "fitt", "grades": [], "otherwise": "1"}},
                 "disqualify": [{"id": "e", "when": {"field": "grade", "is": "A"}, "total": 9999999},
                                {"id": "z", "when": {"all": []}}]}
                """;
        assertThat(faults(JsonDocument.of(json)).stream().map(fault -> fault.substring(0, fault.indexOf(": "))))
                .containsExactlyInAnyOrder(
                        "$.hash",
                        "$.timeZone.field",
                        "$.timeZone.zone",
                        "$.dimensions[0].rules[0].number",
                        "$.dimensions[0].rules[0].bands[0]",
                        "$.dimensions[0].rules[1].number",
                        "$.dimensions[0].rules[1].bands[0].moreThan",
                        "$.dimensions[0].rules[2].otherwise",
                        "$.dimensions[0].rules[2].bands[2]",
                        "$.dimensions[0].rules[2].bands[3]",
                        "$.dimensions[0].rules[3].number",
                        "$.dimensions[0].rules[3].bands[0]",
                        "$.dimensions[0].rules[4].days",
                        "$.dimensions[0].groups[0].cap",
                        "$.dimensions[0].groups[0].rules[1]",
                        "$.dimensions[0].groups[0].rules[2]",
                        "$.dimensions[0].groups[1].id",
                        "$.dimensions[0].groups[1].rules[0]",
                        "$.matrix",
                        "$.matrix.rows.dimension",
                        "$.matrix.rows.otherwise",
                        "$.matrix.columns.dimension",
                        "$.matrix.columns.dimension",
                        "$.disqualify[0].id",
                        "$.disqualify[0].when",
                        "$.disqualify[0].total",
                        "$.disqualify[1]");
    }

    @Test
    void bandsThatOverlapAreRefusedAndTouchingOnesAreNot() {
        assertThat(faults(JsonDocument.of(
                        model(number("{\"atMost\": 10, \"points\": 1}, {\"atLeast\": 10, \"points\": 2}"), ""))))
                .containsExactly(
                        "$.dimensions[0].rules[0].bands[1]: must be apart from dimensions[0].rules[0].bands[0],"
                                + " was at least 10");
        assertThat(faults(JsonDocument.of(model(
                        number("{\"atLeast\": 0, \"points\": 1}, {\"atLeast\": 5, \"atMost\": 6, \"points\": 2}"),
                        ""))))
                .hasSize(1);
        assertThat(read(JsonDocument.of(model(
                                number("{\"atMost\": 10, \"points\": 1}, {\"moreThan\": 10, \"points\": 2}"), "")))
                        .dimensions())
                .hasSize(1);
    }

    @Test
    void aGroupCannotHoldAGroupSoThereIsNoCircle() {
        String groups = model("{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1}", "")
                .replace(
                        "]}]}",
                        "], \"groups\": [{\"id\": \"g\", \"rules\": [\"h\"]}, {\"id\": \"h\", \"rules\": [\"g\"]}]}]}");
        assertThat(faults(JsonDocument.of(groups)))
                .containsExactly(
                        "$.dimensions[0].groups[0].rules[0]: must be the id of a rule of this dimension, was \"h\"."
                                + " Did you mean \"a\"?",
                        "$.dimensions[0].groups[1].rules[0]: must be the id of a rule of this dimension, was \"g\"."
                                + " Did you mean \"a\"?");
    }

    @Test
    void aHashThatIsNotThatOfTheContentIsRefused() {
        String rule = "{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1}";
        ScoringModel model = read(JsonDocument.of(model(rule, "")));
        String hash = model.ref().hash();
        assertThat(read(JsonDocument.of(model(rule, ", \"hash\": \"" + hash + "\""))))
                .isEqualTo(model);
        assertThat(faults(JsonDocument.of(model(rule.replace("1}", "2}"), ", \"hash\": \"" + hash + "\""))))
                .singleElement()
                .asString()
                .startsWith("$.hash: must be the hash of the content, ")
                .endsWith("After editing, leave it out.");
    }

    @Test
    void notANumberAndHugeNumbersAreRefused() {
        Map<String, Object> rule = new HashMap<>(Map.of("id", "a", "when", Map.of("all", List.of())));
        rule.put("points", Double.NaN);
        Map<String, Object> tree = Map.of(
                "format",
                "leadkit.scoring/1",
                "name",
                "m",
                "version",
                "1",
                "dimensions",
                List.of(Map.of("name", "fit", "rules", List.of(rule))));
        assertThat(faults(JsonDocument.of(tree)))
                .singleElement()
                .asString()
                .startsWith("$.dimensions[0].rules[0].points");
        rule.put("points", Double.POSITIVE_INFINITY);
        assertThat(faults(JsonDocument.of(tree))).hasSize(1);
        assertThat(faults(JsonDocument.of(model(number("{\"atLeast\": 1e999999999, \"points\": 1e500}"), ""))))
                .hasSize(2);
    }

    @Test
    void aRegexBombIsRefused() {
        String bomb = "{\"id\": \"a\", \"when\": {\"field\": \"country\", \"matches\": \"(a+)+$\"}, \"points\": 1}";
        for (String regex : List.of("(a+)+$", "(x+x+)+y", "(a*)*", "(a|b){1000000}", "((a{0,9}){9}){9}")) {
            assertThat(faults(JsonDocument.of(model(bomb.replace("(a+)+$", regex), ""))))
                    .singleElement()
                    .asString()
                    .startsWith("$.dimensions[0].rules[0].when.matches: must be valid, was ")
                    .contains("Regular expression must have ");
        }
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"not\": ".repeat(450) + "{\"all\": []}" + "}".repeat(450);
        assertThat(faults(JsonDocument.of(model("{\"id\": \"a\", \"points\": 1, \"when\": " + deep + "}", ""))))
                .singleElement()
                .asString()
                .contains("nested at most 100 deep");
    }

    @Test
    @DisplayName("a million rules, as text or as a tree that repeats one, are refused")
    void aMillionRules() {
        String rule = "{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1}";
        String text = model(String.join(",", Collections.nCopies(300_000, rule)), "");
        assertThat(faults(JsonDocument.of(text)))
                .singleElement()
                .asString()
                .endsWith("must be a document of at most 2000000 names, values and brackets, was larger");
        Map<String, Object> same = Map.of("id", "a", "custom", "x");
        Map<String, Object> tree = Map.of(
                "format",
                "leadkit.scoring/1",
                "name",
                "m",
                "version",
                "1",
                "dimensions",
                List.of(Map.of("name", "fit", "rules", Collections.nCopies(1_000_000, same))));
        assertThat(faults(JsonDocument.of(tree)))
                .containsExactly("$: must be a document of at most 2000000 values, was larger");
    }

    @Test
    void fewerThanTheMostRulesAreReadAndMoreAreOneFault() {
        List<Object> rules = new ArrayList<>();
        for (int i = 0; i < ScoringModel.MOST_RULES + 1; i++) {
            rules.add(Map.of("id", "r" + i, "when", Map.of("all", List.of()), "points", 1));
        }
        Map<String, Object> tree = new HashMap<>(Map.of("format", "leadkit.scoring/1", "name", "m", "version", "1"));
        tree.put("dimensions", List.of(Map.of("name", "fit", "rules", rules)));
        assertThat(faults(JsonDocument.of(tree)))
                .containsExactly("$.dimensions: must be of at most 100000 rules and bands together, was 100001");
        tree.put("dimensions", List.of(Map.of("name", "fit", "rules", rules.subList(1, rules.size()))));
        assertThat(read(JsonDocument.of(tree)).dimensions().get(0).rules()).hasSize(ScoringModel.MOST_RULES);
    }

    @Test
    void theHashIsOfTheContentNotOfItsSpelling() {
        String rule = "{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1.50}";
        String other = "{\"points\": 15e-1, \"when\": {\"all\": []}, \"id\": \"a\"}";
        ScoringModel one = read(JsonDocument.of(model(rule, "")));
        assertThat(read(JsonDocument.of(model(other, ""))).ref()).isEqualTo(one.ref());
        assertThat(read(JsonDocument.of(model(rule, ", \"cap\": 5"))).ref().hash())
                .isNotEqualTo(one.ref().hash());
        assertThat(read(JsonDocument.of(model(rule, ", \"note\": \"why\"")))
                        .ref()
                        .note())
                .isEqualTo("why");
        assertThat(JsonText.line(one.content()))
                .isEqualTo(
                        "{\"format\":\"leadkit.scoring/1\",\"name\":\"m\",\"version\":\"1\",\"dimensions\":[{\"name\":"
                                + "\"fit\",\"rules\":[{\"id\":\"a\",\"when\":{\"all\":[]},\"points\":1.5}]}]}");
        // printf '{"dimensions":[{"name":"fit","rules":[{"id":"a","points":1.5,"when":{"all":[]}}]}],"format":...' |
        // sha256sum
        assertThat(one.ref().hash()).isEqualTo("2dfac20f640893667a58392d94cdc72615075c284fe1b5de838f7999565d4859");
    }
}
