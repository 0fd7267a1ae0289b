package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.core.kit.ConditionArbitraries;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.ScoringModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each model has one rule that is always judged, of 1 point, beside the rule of 5 points that is asked about. */
@DisplayName("The confidence of a score")
final class JudgementTest {

    private static final Field<String> PAGE = Field.text("page");
    private static final Condition GERMAN = field(StandardFields.COUNTRY).is("DE");
    private static final Condition NOWHERE = field(StandardFields.COUNTRY).isMissing();

    private static boolean isJudged(Condition when, Leads lead) {
        ScoringEngine engine = ScoringEngine.of(ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("known", always(), 1).rule("asked", when, 5))
                .build());
        Confidence confidence = engine.score(lead.history(), Leads.NOW).confidence();
        assertThat(confidence.reachable()).isEqualTo(Points.of(6));
        assertThat(confidence.judged()).isIn(Points.of(1), Points.of(6));
        return confidence.judged().equals(Points.of(6));
    }

    private static Leads of(String country) {
        return Leads.with(
                FieldValues.builder().set(StandardFields.COUNTRY, country).build());
    }

    private static Leads company(String name) {
        return Leads.with(
                FieldValues.builder().set(StandardFields.COMPANY, name).build());
    }

    private static Interaction visit(String page) {
        return new Interaction("visit", Direction.INBOUND, Actor.AUTOMATED, Map.of("page", page));
    }

    @Test
    @DisplayName("lacks a rule whose expression ran into its limit, although its field is there")
    void expressionOfAField() {
        Condition slow = field(StandardFields.COMPANY).matches(ConditionArbitraries.ENDLESS);
        assertThat(isJudged(slow, company("a".repeat(5_000)))).isFalse();
        assertThat(isJudged(not(slow), company("a".repeat(5_000)))).isFalse();
        assertThat(isJudged(slow, company("a!"))).isTrue();
        assertThat(isJudged(slow, Leads.blank())).isFalse();
        assertThat(isJudged(slow.or(GERMAN), company("a".repeat(5_000)))).isFalse();
    }

    @Test
    @DisplayName("lacks a rule whose expression ran into its limit at an interaction, unless another one answers")
    void expressionOfAnInteraction() {
        Condition slow = interaction("visit")
                .where(field(PAGE).matches(ConditionArbitraries.ENDLESS))
                .atLeast(1);
        Leads lead = Leads.blank().did(visit("a".repeat(1_001)), Duration.ofDays(1));
        assertThat(isJudged(slow, lead)).isFalse();
        assertThat(isJudged(slow, lead.did(visit("a!"), Duration.ofDays(2)))).isTrue();
        assertThat(isJudged(slow, Leads.blank())).isTrue();
        assertThat(isJudged(interaction("visit").atLeast(1), lead)).isTrue();
    }

    @Test
    @DisplayName("lacks a rule about a field that is missing, if all that it asks is what the field holds")
    void oneQuestion() {
        for (Condition asked : List.of(GERMAN, not(GERMAN), not(not(GERMAN)))) {
            assertThat(isJudged(asked, Leads.blank())).as("%s", asked).isFalse();
            assertThat(isJudged(asked, of("DE"))).as("%s", asked).isTrue();
            assertThat(isJudged(asked, of("AT"))).as("%s", asked).isTrue();
        }
    }

    @Test
    @DisplayName("has a rule that is answered by the very lack of a field")
    void answeredByALack() {
        assertThat(isJudged(GERMAN.or(NOWHERE), Leads.blank())).isTrue();
        assertThat(isJudged(not(GERMAN.or(NOWHERE)), Leads.blank())).isTrue();
        assertThat(isJudged(GERMAN.and(not(NOWHERE)), Leads.blank())).isTrue();
        assertThat(isJudged(GERMAN.or(field(StandardFields.COMPANY).isMissing()), company("a")))
                .isFalse();
        assertThat(isJudged(NOWHERE, Leads.blank())).isTrue();
        assertThat(isJudged(NOWHERE, of("DE"))).isTrue();
    }
}
