package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Truth;
import dev.leadkit.event.EventId;
import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Grade;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.Band;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Worth;
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
    void theTextIsForPeople() {
        assertThat(explanation().toString()).isEqualTo("""
                        22 points, grade B, 18 below A by b2b/3 as of 2026-11-22T12:00:00Z
                        fit: 12
                          +10  country: country is one of de, at
                              country is "DE"
                          +5  reachable: email is present
                              email is present (not shown: personal data)
                          ?  student: jobTitle contains "student"
                              jobTitle is missing
                          -3  cap of fit
                        engagement: 10
                          +10  opens: each open, 8 points, half-life 7 days, at most 10 in all (+12 before the rule's limits)
                              open (open-2) 0 days ago: 8 points
                              open (open-1) 7 days ago: 4 points
                          0  visits: at least 2 times visit within 30 days
                              visit (visit-3) 1.5 days ago""");
    }
}
