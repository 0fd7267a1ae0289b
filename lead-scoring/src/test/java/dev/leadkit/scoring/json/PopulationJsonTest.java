package dev.leadkit.scoring.json;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leadkit.condition.Facts;
import dev.leadkit.fault.Fault;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonText;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.review.Population;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A population in JSON")
final class PopulationJsonTest {

    private static final Field<String> CITY = Field.text("city");
    private static final Field<BigDecimal> SIZE = Field.number("size");
    private static final Field<LocalDate> SINCE = Field.date("since");
    private static final Field<String> NICK = Field.text("nick").asPersonal();
    private static final ScoringModel MODEL = ScoringModel.builder("m", "1")
            .dimension(
                    "fit",
                    fit -> fit.rule("big", field(SIZE).atLeast(BigDecimal.TEN), 10)
                            .rule("city", field(CITY).is("Graz"), 1)
                            .rule("old", field(SINCE).isPresent(), 1)
                            .rule("nick", field(NICK).isPresent(), 1))
            .band("A", 10)
            .build();

    private static Population population() {
        Population population = Population.of(MODEL);
        FieldValues all = FieldValues.builder()
                .set(CITY, "Graz")
                .set(SIZE, new BigDecimal("10.50"))
                .set(SINCE, LocalDate.of(2026, 11, 22))
                .set(NICK, "Amazing Grace")
                .build();
        for (FieldValues values : List.of(all, FieldValues.EMPTY)) {
            Facts facts = Facts.of(
                    Lead.builder(new LeadId("L")).overlay(values).build(), Instant.parse("2026-11-22T12:00:00Z"));
            population.add(facts, ScoringEngine.of(MODEL).score(facts));
        }
        return population;
    }

    private static String text() {
        return JsonText.line(PopulationJson.write(population()));
    }

    private static List<String> faults(String json) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> PopulationJson.read(JsonDocument.of(json), MODEL));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    @Test
    @DisplayName("has each value in its text form, and of personal data only that there is some")
    void form() {
        assertThat(text())
                .isEqualTo(
                        "{\"format\":\"leadkit.population/1\",\"model\":{\"name\":\"m\",\"version\":\"1\",\"hash\":\""
                                + MODEL.ref().hash() + "\"},\"leads\":2,\"inputs\":{"
                                + "\"field city\":[{\"leads\":1},{\"value\":\"graz\",\"leads\":1}],"
                                + "\"field nick\":[{\"leads\":1},{\"value\":\"true\",\"leads\":1}],"
                                + "\"field since\":[{\"leads\":1},{\"value\":\"2026-11-22\",\"leads\":1}],"
                                + "\"field size\":[{\"leads\":1},{\"value\":\"10.5\",\"leads\":1}],"
                                + "\"grade\":[{\"leads\":1},{\"value\":\"A\",\"leads\":1}],"
                                + "\"score\":[{\"value\":\"0\",\"leads\":1},{\"value\":\"13\",\"leads\":1}]}}");
    }

    @Test
    @DisplayName("is read as it was, can count on, and of nobody is read, too")
    void readAgain() {
        Population read = PopulationJson.read(JsonDocument.of(text()), MODEL);
        assertThat(read.counts()).isEqualTo(population().counts());
        population().counts().forEach(read::add);
        assertThat(read.leads()).isEqualTo(4);
        String nobody = JsonText.line(PopulationJson.write(Population.of(MODEL)));
        assertThat(PopulationJson.read(JsonDocument.of(nobody), MODEL).counts()).isEmpty();
    }

    @Test
    @DisplayName("of another model or version is refused, by its name, version and hash")
    void anotherModel() {
        assertThat(faults(text().replace("\"name\":\"m\"", "\"name\":\"n\"")
                        .replace("\"version\":\"1\"", "\"version\":\"2\"")
                        .replace(MODEL.ref().hash(), "f".repeat(64))))
                .containsExactly(
                        "$.model.name: must be that of the model, m, was \"n\". Hand in the model that looked at the leads.",
                        "$.model.version: must be that of the model, 1, was \"2\". Hand in the model that looked at the leads.",
                        "$.model.hash: must be that of the model, "
                                + MODEL.ref().hash() + ", was \"" + "f".repeat(60)
                                + "...\". Hand in the model that looked at the leads.");
        assertThat(faults(text().replace(",\"hash\":\"" + MODEL.ref().hash() + "\"", "")))
                .singleElement()
                .asString()
                .startsWith("$.model.hash: ");
    }

    @Test
    @DisplayName("is refused with everything that is wrong, without showing values")
    void allAtOnce() {
        String json = text().replace("leadkit.population/1", "leadkit.population/2")
                .replace("\"field city\"", "\"field citty\"")
                .replace("\"2026-11-22\",\"leads\":1", "\"last spring\",\"leads\":1")
                .replace("\"10.5\",\"leads\":1", "\"10.5\",\"leads\":1},{\"value\":\"10.5\",\"leads\":1")
                .replace("\"grade\":[{\"leads\":1}", "\"grade\":[{\"leads\":0,\"more\":1}")
                .replace("\"value\":\"13\",\"leads\":1", "\"value\":13,\"leads\":1");
        List<String> faults = faults(json);
        assertThat(faults)
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactlyInAnyOrder(
                        "$.format",
                        "$.inputs['field citty']",
                        "$.inputs['field city']",
                        "$.inputs['field since'][1]",
                        "$.inputs['field size'][2]",
                        "$.inputs['field size']",
                        "$.inputs.grade[0].leads",
                        "$.inputs.grade[0].more",
                        "$.inputs.score[1].value");
        assertThat(faults).noneMatch(fault -> fault.contains("spring") || fault.contains("13"));
        assertThat(faults).anyMatch(fault -> fault.contains("Did you mean \"field city\"?"));
    }

    @Test
    @DisplayName("counts each lead once for each input")
    void sums() {
        assertThat(faults(text().replace("\"leads\":2", "\"leads\":3"))).hasSize(6);
        assertThat(faults(text().replace("\"true\",\"leads\":1", "\"true\",\"leads\":9223372036854775807")))
                .singleElement()
                .asString()
                .startsWith("$.inputs['field nick']: must be of 2 leads together")
                .endsWith("It counts 9223372036854775808.");
        assertThat(faults("{}"))
                .extracting(fault -> fault.substring(0, fault.indexOf(": ")))
                .containsExactlyInAnyOrder("$.format", "$.model", "$.leads", "$.inputs");
    }
}
