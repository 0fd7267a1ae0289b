package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Truth;
import dev.leadkit.event.EventId;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldCatalog;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.json.ScoringModelJson;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.RuleRegistry;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExplanationTest {

    private static final ScoringModel MODEL = ScoringModel.builder("b2b", "3")
            .dimension(
                    "fit",
                    d -> d.rule("country", field(StandardFields.COUNTRY).in("DE", "AT"), 10)
                            .rule("reachable", field(StandardFields.EMAIL).isPresent(), 5)
                            .rule("student", field(StandardFields.JOB_TITLE).contains("student"), -20)
                            .cap(12))
            .dimension(
                    "engagement",
                    d -> d.each(
                                    "opens",
                                    interaction("open").filter(),
                                    Worth.points(8).halfLife(Duration.ofDays(7)).cap(10))
                            .rule(
                                    "visits",
                                    interaction("visit")
                                            .within(Duration.ofDays(30))
                                            .atLeast(2),
                                    3))
            .band("A", 40)
            .band("B", 20)
            .build();

    private static Explanation explanation() {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COUNTRY, "DE")
                .set(StandardFields.EMAIL, new EmailAddress("florence@example.org"))
                .build();
        Leads lead = Leads.with(values)
                .did("open", Duration.ofDays(7))
                .did("open", Duration.ZERO)
                .did("visit", Duration.ofHours(36));
        return ScoringEngine.of(MODEL).explain(lead.history(), Leads.NOW);
    }

    private static Finding finding(String rule) {
        return explanation().reasons().stream()
                .filter(reason -> reason.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .finding();
    }

    @Test
    void anInteractionRuleHoldsWhereSomethingCounts() {
        assertThat(finding("opens").truth()).isEqualTo(Truth.TRUE);
        assertThat(ScoringEngine.of(MODEL)
                        .explain(Leads.blank().history(), Leads.NOW)
                        .reasons()
                        .get(3)
                        .finding())
                .isEqualTo(new Finding(Truth.FALSE, Points.ZERO, Points.ZERO, List.of()));
    }

    @Test
    void aFieldsValueIsShownUnlessItIsPersonal() {
        assertThat(finding("country").evidence())
                .containsExactly(new Evidence.OfField("country", true, Optional.of("DE")));
        assertThat(finding("reachable").evidence())
                .containsExactly(new Evidence.OfField("email", true, Optional.empty()));
        assertThat(explanation().toString()).doesNotContain("florence");
    }

    @Test
    void aMissingFieldLeavesTheRuleUnknown() {
        assertThat(finding("student"))
                .isEqualTo(new Finding(
                        Truth.UNKNOWN,
                        Points.ZERO,
                        Points.ZERO,
                        List.of(new Evidence.OfField("jobTitle", false, Optional.empty()))));
    }

    @Test
    void eachInteractionIsShownWithWhatItIsStillWorth() {
        Finding opens = finding("opens");
        assertThat(opens.evidence())
                .containsExactly(
                        new Evidence.OfInteraction(
                                new EventId("open-2"), "open", Duration.ZERO, Optional.of(Points.of(8))),
                        new Evidence.OfInteraction(
                                new EventId("open-1"), "open", Duration.ofDays(7), Optional.of(Points.of(4))));
        assertThat(opens.earned()).isEqualTo(Points.of(12));
        assertThat(opens.counted()).isEqualTo(Points.of(10));
        assertThat(opens.lost()).isEqualTo(Points.of(2));
    }

    @Test
    void aConditionShowsTheInteractionsThatItCounted() {
        assertThat(finding("visits"))
                .isEqualTo(new Finding(
                        Truth.FALSE,
                        Points.ZERO,
                        Points.ZERO,
                        List.of(new Evidence.OfInteraction(
                                new EventId("visit-3"), "visit", Duration.ofHours(36), Optional.empty()))));
    }

    @Test
    void theDistanceToTheNextGradeIsTold() {
        assertThat(explanation().score().grade()).contains(new Grade("B"));
        assertThat(explanation().next()).contains(new Band(new Grade("A"), Points.of(40)));
        assertThat(explanation().missing()).contains(Points.of(40 - 22));
    }

    @Test
    void theTextIsForPeople() throws IOException {
        assertThat(explanation().toString()).isEqualTo(documented("text"));
    }

    @Test
    void theDocumentedModelIsThisOne() throws IOException {
        ScoringModel read =
                ScoringModelJson.read(JsonDocument.of(documented("json")), FieldCatalog.standard(), RuleRegistry.EMPTY);
        assertThat(read).isEqualTo(MODEL);
    }

    /** The first block of a language in the page about models. */
    private static String documented(String language) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scoring-model.md"), StandardCharsets.UTF_8);
        String begin = "```" + language + "\n";
        int start = page.indexOf(begin) + begin.length();
        return page.substring(start, page.indexOf("\n```", start));
    }

    @Test
    void aValueCannotForgeALineOfItsOwn() {
        FieldValues values = FieldValues.builder()
                .set(StandardFields.COUNTRY, "DE")
                .set(StandardFields.JOB_TITLE, "boss\n  +99  forged: rule\r\nand\u2028more")
                .build();
        String text = ScoringEngine.of(MODEL)
                .explain(Leads.with(values).history(), Leads.NOW)
                .toString();
        assertThat(text).contains("jobTitle is \"boss   +99  forged: rule and more\"");
    }
}
