package dev.leadkit.scoring.json;

import static dev.leadkit.condition.Conditions.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Limits;
import dev.leadkit.scoring.model.RuleGroup;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.RuleResult;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScoringModelJsonTest {

    private static final RuleRegistry REGISTRY = RuleRegistry.EMPTY.with("tenure", with -> {
        if (!(with.get("years") instanceof BigDecimal)) {
            throw new IllegalArgumentException("years must be a number");
        }
        return facts -> RuleResult.NOTHING;
    });

    private static ScoringModel read(JsonDocument document) {
        return ScoringModelJson.read(document, FieldCatalog.standard(), REGISTRY);
    }

    private static List<String> faultPaths(String json) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(JsonDocument.of(json)));
        return refused.faults().stream().map(Fault::path).toList();
    }

    @Test
    void tenMistakesAreToldAtOnceWithTheirPlaces() {
        assertThat(faultPaths("""
                        {"format": "leadkit.scoring/2", "name": "b2b", "verzion": "3",
                         "dimensions": [
                           {"name": "fit", "cap": "high", "rules": [
                             {"id": "a", "when": {"field": "contry", "is": "DE"}, "points": 10},
                             {"id": "b", "points": 10},
                             {"when": {"field": "country", "is": "DE"}, "points": 1.2345},
                             {"id": "a", "custom": "tenur"},
                             {"id": "t", "custom": "tenure", "with": {"years": "3"}}]},
                           {"name": "engagement", "cap": 1, "floor": 2, "rules": [
                             {"id": "o", "each": {"interaction": "open"}, "points": 1e999999999, "within": "P1M", "most": 0}]}],
                         "grades": [{"grade": "A", "atLeast": "x"}, {"grade": "B", "atLeast": 5}, {"grade": "C", "atLeast": 6}]}
                        """))
                .containsExactlyInAnyOrder(
                        "$.format",
                        "$.verzion",
                        "$.version",
                        "$.dimensions[0].cap",
                        "$.dimensions[0].rules[0].when.field",
                        "$.dimensions[0].rules[1]",
                        "$.dimensions[0].rules[2].id",
                        "$.dimensions[0].rules[2].points",
                        "$.dimensions[0].rules[3].custom",
                        "$.dimensions[0].rules[3].id",
                        "$.dimensions[0].rules[4].with",
                        "$.dimensions[1].cap",
                        "$.dimensions[1].rules[0].points",
                        "$.dimensions[1].rules[0].within",
                        "$.dimensions[1].rules[0].most",
                        "$.grades[0].atLeast",
                        "$.grades[2].atLeast");
    }

    @Test
    void anEmptyObjectLacksFourMembers() {
        assertThat(faultPaths("{}")).containsExactlyInAnyOrder("$.format", "$.name", "$.version", "$.dimensions");
    }

    @Test
    void somethingElseThanAnObjectIsOneFault() {
        assertThat(faultPaths("[1]")).containsExactly("$");
        assertThat(faultPaths("{\"name\": ")).hasSize(1);
    }

    @Test
    void aPlainMapIsReadLikeText() {
        Map<String, Object> rule =
                Map.of("id", "de", "when", Map.of("field", "country", "is", "DE"), "points", new BigDecimal("2.5"));
        ScoringModel model = read(JsonDocument.of(Map.of(
                "format", "leadkit.scoring/1",
                "name", "b2b",
                "version", "3",
                "dimensions", List.of(Map.of("name", "fit", "rules", List.of(rule))))));
        assertThat(model.dimensions().get(0).rules().get(0))
                .isInstanceOfSatisfying(
                        ConditionRule.class,
                        read -> assertThat(read.points()).isEqualTo(Points.of(new BigDecimal("2.5"))));
    }

    @Test
    void pointsAreWrittenAsAPersonWritesThem() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("any", always(), -1_000).cap(100))
                .band("A", 50)
                .band("B", new Points(2_500))
                .build();
        assertThat(JsonText.line(ScoringModelJson.write(model)))
                .contains("\"points\":-1000}", "\"cap\":100,", "\"atLeast\":50}", "\"atLeast\":2.5}");
    }

    @Test
    void everyTextIsWrittenAndReadAsTheSame() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .author("Ada")
                .note("of the model")
                .dimension(
                        "fit",
                        d -> d.add(new ConditionRule("a", "what", always(), Points.of(1), "of the rule"))
                                .group(new RuleGroup(
                                        "g", List.of("a"), Limits.NONE.withCap(Points.of(5)), "of the group")))
                .disqualify(
                        new Disqualifier("z", "why", always(), Verdict.total(-3).andGrade("X"), "of the last"))
                .build();
        String json = JsonText.line(ScoringModelJson.write(model));
        assertThat(json)
                .contains(
                        "\"author\":\"Ada\",\"note\":\"of the model\"",
                        "{\"id\":\"a\",\"description\":\"what\",\"note\":\"of the rule\",",
                        "{\"id\":\"g\",\"note\":\"of the group\",\"rules\":[\"a\"],\"cap\":5}",
                        "{\"id\":\"z\",\"description\":\"why\",\"note\":\"of the last\",\"when\":{\"all\":[]},"
                                + "\"total\":-3,\"grade\":\"X\"}");
        ScoringModel read = read(JsonDocument.of(json));
        assertThat(read).isEqualTo(model);
        assertThat(read.ref().author()).isEqualTo("Ada");
        assertThat(read.grading().disqualifiers().get(0).note()).isEqualTo("of the last");
    }

    @Test
    void parametersOfACustomRuleMayBeOfEveryKindAndNested() {
        String with = "{\"years\": 2.50, \"text\": \"\", \"on\": true, \"off\": false, \"none\": null,"
                + " \"list\": [1, [\"a\", []], {\"b\": {}}]}";
        ScoringModel model =
                read(JsonDocument.of("{\"format\": \"leadkit.scoring/1\", \"name\": \"m\", \"version\": \"1\","
                        + " \"dimensions\": [{\"name\": \"d\", \"rules\": [{\"id\": \"c\", \"custom\": \"tenure\", \"with\": "
                        + with
                        + "}]}]}"));
        CustomRule rule = (CustomRule) model.dimensions().get(0).rules().get(0);
        assertThat(rule.with())
                .isEqualTo(Map.of(
                        "years",
                        new BigDecimal("2.50"),
                        "text",
                        "",
                        "on",
                        true,
                        "off",
                        false,
                        "list",
                        List.of(BigDecimal.ONE, List.of("a", List.of()), Map.of("b", Map.of()))));
    }

    @Test
    void aMillionPointsAreReadAndAThousandthMoreIsNot() {
        String json =
                "{\"format\": \"leadkit.scoring/1\", \"name\": \"m\", \"version\": \"1\", \"dimensions\": [{\"name\": \"d\","
                        + " \"rules\": [{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1000000.000},"
                        + " {\"id\": \"b\", \"when\": {\"all\": []}, \"points\": -1e6}]}]}";
        assertThat(read(JsonDocument.of(json)).dimensions().get(0).rules())
                .extracting(rule -> ((ConditionRule) rule).points())
                .containsExactly(Points.of(1_000_000), Points.of(-1_000_000));
        assertThat(faultPaths(json.replace("1000000.000", "1000000.001").replace("-1e6", "-1000000.001")))
                .containsExactly("$.dimensions[0].rules[0].points", "$.dimensions[0].rules[1].points");
    }

    private static String meaning(String members) {
        return "{\"format\": \"leadkit.scoring/1\", \"name\": \"m\", \"version\": \"1\", \"dimensions\": [{\"name\": \"d\", \"rules\": ["
                + "{\"id\": \"a\", \"when\": {\"all\": []}, \"points\": 1}]}], " + members + "}";
    }

    @Test
    void aBandThatCannotBeReadIsOneFaultAndNoneOfTheOthers() {
        assertThat(faultPaths(meaning(
                        "\"grades\": [{\"grade\": \"A\", \"atLeast\": \"x\"}, {\"grade\": \"B\", \"atLeast\": 999999.999},"
                                + " {\"grade\": \"C\", \"atLeast\": true}, {\"grade\": 7, \"atLeast\": 999999}, {\"atLeast\": 5},"
                                + " {\"grade\": \"" + "D".repeat(256) + "\", \"atLeast\": 4}]")))
                .containsExactlyInAnyOrder(
                        "$.grades[0].atLeast",
                        "$.grades[2].atLeast",
                        "$.grades[3].grade",
                        "$.grades[4].grade",
                        "$.grades[5].grade");
        assertThat(faultPaths(meaning(
                        "\"disqualify\": [{\"id\": \"z\", \"when\": {\"all\": []}, \"total\": \"x\", \"grade\": 7}]")))
                .containsExactlyInAnyOrder("$.disqualify[0].total", "$.disqualify[0].grade");
    }

    @Test
    void anUnknownNumberIsOneFaultAndItsBandsAreReadOn() {
        String rule =
                "{\"id\": \"n\", \"number\": \"employes\", \"bands\": [{\"atLeast\": 5, \"points\": 1}, {\"atMost\": 2, \"points\": 1e9}]}";
        assertThat(faultPaths(meaning("\"cap\": 5").replace("\"rules\": [", "\"rules\": [" + rule + ", ")))
                .containsExactlyInAnyOrder(
                        "$.dimensions[0].rules[0].number", "$.dimensions[0].rules[0].bands[1].points");
    }
}
