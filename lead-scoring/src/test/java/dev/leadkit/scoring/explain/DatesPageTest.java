package dev.leadkit.scoring.explain;

import static dev.leadkit.condition.Conditions.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.condition.Facts;
import dev.leadkit.condition.LeadZone;
import dev.leadkit.condition.Truth;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.json.ConditionJson;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Lead;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.Points;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the page about models says of dates")
final class DatesPageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** In autumn the day has 25 hours in New York. */
    private static final LocalDate LONG_DAY = LocalDate.of(2026, 11, 1);

    private static ScoringModel model() {
        Field<LocalDate> contractEnd = Field.date("contractEnd");
        // spotless:off
        // tag::model[]
        ScoringModel model = ScoringModel.builder("b2b", "5")
                .dimension("fit", fit -> fit.rule("renewal", field(contractEnd).atMostAhead(Duration.ofDays(60)), 25))
                .build();
        // end::model[]
        // spotless:on
        return model;
    }

    private static Instant ends(LocalDate lastDay) {
        // spotless:off
        // tag::ends[]
        Instant ends = lastDay.plusDays(1).atStartOfDay(ZoneId.of("America/New_York")).toInstant();
        // end::ends[]
        // spotless:on
        return ends;
    }

    private static <T> Facts facts(Field<T> field, T value, String asOf) {
        FieldValues values = FieldValues.builder().set(field, value).build();
        Lead lead = Lead.builder(new LeadId("L-1")).overlay(values).build();
        return Facts.of(lead, Instant.parse(asOf));
    }

    private static Facts ending(LocalDate day, String asOf) {
        return facts(Field.date("contractEnd"), day, asOf);
    }

    private static Points points(String asOf) {
        return ScoringEngine.of(model()).total(ending(DAY, asOf));
    }

    @Test
    @DisplayName("The rule is the one in Java")
    void rule() throws IOException {
        String document = "{\"format\": \"leadkit.scoring/1\", \"name\": \"b2b\", \"version\": \"5\", \"dimensions\":"
                + " [{\"name\": \"fit\", \"rules\": [" + Documented.block("json5", 1) + "]}]}";
        FieldCatalog catalog = FieldCatalog.of(Field.date("contractEnd"));
        assertThat(ScoringModelJson.read(JsonDocument.of(document), catalog, RuleRegistry.EMPTY))
                .isEqualTo(model());
        assertThat(Documented.page("scoring-model.md")).contains(region("model"));
    }

    @Test
    @DisplayName("It holds from 60 days before to the midnight at which the last day begins in UTC")
    void sixtyDays() {
        assertThat(points("2026-09-22T23:59:59Z")).isEqualTo(Points.ZERO);
        assertThat(points("2026-09-23T00:00:00Z")).isEqualTo(Points.of(25));
        assertThat(points("2026-11-22T00:00:00Z")).isEqualTo(Points.of(25));
        assertThat(points("2026-11-22T00:00:01Z")).isEqualTo(Points.ZERO);
    }

    @Test
    @DisplayName("With a time zone it is the midnight where the lead lives, for every way of asking")
    void whereTheLeadLives() {
        ScoringModel local = ScoringModel.builder("b2b", "5")
                .zone(new LeadZone(Optional.of(Field.text("zone")), ZoneId.of("Europe/Berlin")))
                .dimension(model().dimensions().get(0))
                .build();
        assertBegins(local, "Asia/Tokyo", "2026-11-21T15:00:00Z");
        assertBegins(local, "America/New_York", "2026-11-22T05:00:00Z");
        assertBegins(local, "somewhere", "2026-11-21T23:00:00Z");
    }

    private static void assertBegins(ScoringModel model, String zone, String begin) {
        ScoringEngine engine = ScoringEngine.of(model);
        Lead lead = Lead.builder(new LeadId("L-1"))
                .set(Field.date("contractEnd"), DAY)
                .set(Field.text("zone"), zone)
                .build();
        Instant last = Instant.parse(begin);
        Facts before = Facts.of(lead, last);
        Facts after = Facts.of(lead, last.plusNanos(1));
        assertThat(engine.score(before).total()).isEqualTo(Points.of(25));
        assertThat(engine.explain(before).score()).isEqualTo(engine.score(before));
        assertThat(engine.validUntil(before)).contains(after.asOf());
        assertThat(engine.total(after)).isEqualTo(Points.ZERO);
        assertThat(engine.explain(after).score()).isEqualTo(engine.score(after));
        EncodedLead encoded = engine.record().read(lead).encode();
        assertThat(engine.scorer().total(encoded, before.asOf())).isEqualTo(25_000);
        assertThat(engine.scorer().total(encoded, after.asOf())).isZero();
    }

    @Test
    @DisplayName("With the day before it holds on the last day too")
    void lastDay() {
        Condition both = JsonDocument.of(Documented.block("json5", 2))
                .as("condition", json -> ConditionJson.read(json, FieldCatalog.of(Field.date("contractEnd"))));
        assertThat(both.evaluate(ending(DAY, "2026-11-22T23:59:59Z"), fault -> {}))
                .isEqualTo(Truth.TRUE);
        assertThat(both.evaluate(ending(DAY, "2026-11-23T00:00:01Z"), fault -> {}))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    @DisplayName("The end of the day as an instant is ahead until it is over where the lead lives")
    void instants() throws IOException {
        Field<Instant> end = Field.instant("contractEnd");
        Condition near = field(end).atMostAhead(Duration.ofDays(60));
        assertThat(near.evaluate(facts(end, ends(LONG_DAY), "2026-11-02T04:59:59Z"), fault -> {}))
                .isEqualTo(Truth.TRUE);
        assertThat(near.evaluate(facts(end, ends(LONG_DAY), "2026-11-02T05:00:01Z"), fault -> {}))
                .isEqualTo(Truth.FALSE);
        assertThat(Documented.page("scoring-model.md")).contains(region("ends"));
    }

    private static String region(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/leadkit/scoring/explain/DatesPageTest.java"));
        String begin = "// tag::" + name + "[]\n";
        int start = source.indexOf(begin) + begin.length();
        String code = source.substring(start, source.indexOf("        // end::" + name + "[]"));
        return "```java\n" + code.indent(-8).stripTrailing() + "\n```";
    }
}
