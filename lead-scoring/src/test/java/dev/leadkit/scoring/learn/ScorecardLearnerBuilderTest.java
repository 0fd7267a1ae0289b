package dev.leadkit.scoring.learn;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.condition.Facts;
import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.fault.RefusedException;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.LeadId;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.ConditionRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScorecardLearnerBuilderTest {

    private static final List<Example> SOME = SyntheticLeads.many(1_000, 2);

    @Test
    @DisplayName("Everything that is wrong is told at once")
    void allFaults() {
        ScorecardLearnerBuilder builder = ScorecardLearner.builder()
                .field(SyntheticLeads.VISITS)
                .field(SyntheticLeads.VISITS)
                .field(SyntheticLeads.COUNTRY)
                .field(StandardFields.GRADE)
                .condition("no name", field(SyntheticLeads.VISITS).isPresent())
                .insist("visit")
                .without("lend")
                .monotone("land", Trend.RISING)
                .penalty(BigDecimal.ZERO)
                .leastBin(0)
                .leastOutcomes(9)
                .folds(21)
                .decimals(4);
        assertThatThrownBy(builder::build).isInstanceOf(RefusedException.class).hasMessage("""
                        scorecard learner has 11 faults:
                          visits: must be learned from once, was named twice
                          grade: must be another field than score and grade, was missing. The score would feed on itself.
                          traits[3]: must be a letter and up to 63 letters, digits, '_', '-' or '.', was "no name"
                          visit: must be a field that was named before, was missing. Did you mean "visits"?
                          lend: must be a field that was named before, was missing. Did you mean "land"?
                          land: must be a number where its points shall go one way, was of another type
                          penalty: must be above 0 and at most 1000000, was 0
                          leastBin: must be at least 1, was 0
                          leastOutcomes: must be at least 10, was 9
                          folds: must be from 2 to 20, was 21
                          decimals: must be from 0 to 3, was 4""");
    }

    @Test
    @DisplayName("A learner without any field is refused")
    void noField() {
        assertThatThrownBy(() -> ScorecardLearner.builder().build())
                .hasMessageContaining("fields: must be from 1 to 500, was 0");
        assertThatThrownBy(() -> ScorecardLearner.builder()
                        .field(SyntheticLeads.VISITS)
                        .without("visits")
                        .build())
                .hasMessageContaining("fields: must be from 1 to 500, was 0");
    }

    @Test
    @DisplayName("A condition is a field of its own, with a rule for true and one for false, and none for unknown")
    void conditions() {
        Learned learned = ScorecardLearner.builder()
                .condition("manyVisits", field(SyntheticLeads.VISITS).atLeast(new BigDecimal(5)))
                .build()
                .learn(SOME.stream());
        List<ConditionRule> rules = rules(learned);
        assertThat(rules).extracting(ConditionRule::id).containsExactly("base", "manyVisits.1", "manyVisits.2");
        assertThat(rules.get(1).when()).hasToString("visits is at least 5");
        assertThat(rules.get(2).when()).hasToString("not (visits is at least 5)");
        assertThat(rules.get(1).points()).isGreaterThan(rules.get(2).points());
        assertThat(learned.report().fields().get(0).winners().successes())
                .isEqualTo(SOME.stream()
                        .filter(each -> each.won()
                                && each.facts()
                                        .lead()
                                        .get(SyntheticLeads.VISITS)
                                        .isPresent())
                        .count());
    }

    @Test
    @DisplayName("The ends of every range are allowed, what lies just beyond is not")
    void ends() {
        builder()
                .folds(2)
                .decimals(0)
                .leastBin(1)
                .leastOutcomes(10)
                .penalty(new BigDecimal("0.001"))
                .build();
        builder().folds(20).decimals(3).penalty(BigDecimal.valueOf(1_000_000)).build();
        assertThatThrownBy(() -> builder()
                        .folds(1)
                        .decimals(-1)
                        .penalty(new BigDecimal("1000000.1"))
                        .build())
                .hasMessageContaining("folds: must be from 2 to 20, was 1")
                .hasMessageContaining("decimals: must be from 0 to 3, was -1")
                .hasMessageContaining("penalty: must be above 0 and at most 1000000, was 1000000.1");
    }

    private static ScorecardLearnerBuilder builder() {
        return ScorecardLearner.builder().field(SyntheticLeads.VISITS);
    }

    @Test
    @DisplayName("Five hundred fields are learned from at most")
    void manyFields() {
        List<Field<String>> fields =
                IntStream.range(0, 500).mapToObj(i -> Field.text("f" + i)).toList();
        ScorecardLearner.builder().fields(fields).build();
        assertThatThrownBy(() -> ScorecardLearner.builder()
                        .fields(fields)
                        .field(SyntheticLeads.VISITS)
                        .build())
                .hasMessageContaining("fields: must be from 1 to 500, was 501");
    }

    @Test
    @DisplayName(
            "Points of a personal number cannot be asked to go one way, those of counts can; the score is no field")
    void traits() {
        Field<BigDecimal> income = Field.number("income").asPersonal();
        assertThatThrownBy(() -> builder()
                        .field(income)
                        .monotone("income", Trend.RISING)
                        .interactions("calls", interaction("call"))
                        .monotone("calls", Trend.RISING)
                        .field(StandardFields.SCORE)
                        .build())
                .hasMessage("""
                        scorecard learner has 2 faults:
                          income: must be a number where its points shall go one way, was of another type
                          score: must be another field than score and grade, was missing. The score would feed on itself.""");
    }

    private static List<ConditionRule> rules(Learned learned) {
        return learned.model("m", "1").dimensions().get(0).rules().stream()
                .map(ConditionRule.class::cast)
                .toList();
    }

    @Test
    @DisplayName("How often something happened is learned in steps")
    void interactions() {
        LeadId id = new LeadId("lead");
        List<Example> opening = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int opens = i % 6;
            LeadHistory history = opened(id, opens);
            boolean won = i * 7 % 10 < (opens >= 2 ? 6 : 3);
            opening.add(Example.of(Facts.of(history, SyntheticLeads.START), won));
        }
        Learned learned = ScorecardLearner.builder()
                .interactions("opens", interaction("open").within(Duration.ofDays(3)))
                .monotone("opens", Trend.RISING)
                .build()
                .learn(opening.stream());
        List<ConditionRule> rules = rules(learned);
        // the openings are a day apart, the first one now: four of them are within three days
        assertThat(rules)
                .extracting(rule -> rule.when().toString())
                .containsExactly("always", "at most 1 open within 3 days", "at least 2 open within 3 days");
        assertThat(rules.get(2).note()).startsWith("240 of 400 won (60.0 %)");
    }

    private static LeadHistory opened(LeadId lead, int times) {
        List<Interacted> opens = new ArrayList<>();
        for (int day = 0; day < times; day++) {
            Instant at = SyntheticLeads.START.minus(Duration.ofDays(day));
            EventHeader header = new EventHeader(new EventId("open-" + day), lead, at, at);
            opens.add(new Interacted(header, Interaction.inbound("open")));
        }
        return LeadHistory.of(lead, opens);
    }
}
