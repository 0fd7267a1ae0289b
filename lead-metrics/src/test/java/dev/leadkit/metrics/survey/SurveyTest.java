package dev.leadkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import dev.leadkit.metrics.segment.Breakdown;
import dev.leadkit.metrics.segment.Grouped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Small surveys, counted by hand. */
final class SurveyTest {

    private static <R> R result(Counting<SurveyFacts, R> kpi, int... scores) {
        return IntStream.of(scores)
                .mapToObj(score -> new SurveyFacts(
                        score % 2 == 0 ? "even" : "odd", score < 0 ? OptionalInt.empty() : OptionalInt.of(score)))
                .collect(kpi.collector(Instant.EPOCH));
    }

    private static BigDecimal number(KpiResult figure) {
        return figure.value().number().orElseThrow();
    }

    @Test
    @DisplayName("Of five answers from 1 to 5, those of 4 and 5 are satisfied; 0 and 6 are no answers")
    void satisfaction() {
        Opinion opinion = result(new Satisfaction(5), 1, 3, 4, 5, 5, 0, 6, -1, -1, -1);
        assertThat(number(opinion.figure())).isEqualByComparingTo("0.6");
        assertThat(opinion.figure().interval()).isPresent();
        assertThat(number(opinion.responseRate())).isEqualByComparingTo("0.5");
        assertThat(opinion.figure().basis().excluded())
                .containsEntry("not answered", 3L)
                .containsEntry("score outside 1 to 5", 2L);
        assertThat(opinion.figure().definition().id()).isEqualTo("survey.csat/1?scale=5");
        assertThat(opinion.responseRate().definition().id()).isEqualTo("survey.response-rate/1");
    }

    @Test
    @DisplayName("On a scale of 7 the top boxes are 6 and 7")
    void longScale() {
        assertThat(number(result(new Satisfaction(7), 5, 6, 7, 7).figure())).isEqualByComparingTo("0.75");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Satisfaction(6))
                .withMessage("scale must be 5 or 7, was 6");
    }

    @Test
    @DisplayName("Three promoters and one detractor of five are 40, and the spread is that of their votes")
    void promoters() {
        Opinion opinion = result(new PromoterScore(), 9, 10, 10, 6, 7, 11, -1);
        assertThat(number(opinion.figure())).isEqualByComparingTo("40");
        assertThat(opinion.figure().basis().numerator()).isEqualByComparingTo("200");
        assertThat(opinion.figure().interval().orElseThrow().low()).isEqualByComparingTo("-30.121803");
        assertThat(opinion.figure().interval().orElseThrow().high()).isEqualByComparingTo("100");
        assertThat(opinion.figure().basis().excluded()).containsEntry("score outside 0 to 10", 1L);
        Opinion worst = result(new PromoterScore(), 0, 1, 6, 6);
        assertThat(number(worst.figure())).isEqualByComparingTo("-100");
        assertThat(worst.figure().interval().orElseThrow().low()).isEqualByComparingTo("-100");
        assertThat(worst.figure().interval().orElseThrow().high()).isEqualByComparingTo("-100");
        assertThat(number(result(new PromoterScore(), 9, 8, 7, 6).figure())).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("Without answers nothing is known; without surveys not even how many answer")
    void empty() {
        Opinion silent = result(new PromoterScore(), -1);
        assertThat(silent.figure().value()).isEqualTo(new KpiValue.Undefined("no answers"));
        assertThat(number(silent.responseRate())).isEqualByComparingTo("0");
        Opinion none = result(new Satisfaction(5));
        assertThat(none.figure().value()).isEqualTo(new KpiValue.Undefined("no answers"));
        assertThat(none.responseRate().value()).isEqualTo(new KpiValue.Undefined("no survey was sent"));
    }

    @Test
    @DisplayName("A piece of the counts in which more was taken back than counted tells nothing")
    void incomplete() {
        PromoterScore kpi = new PromoterScore();
        Counts counts = kpi.create();
        kpi.retract(counts, new SurveyFacts("a", OptionalInt.of(9)));
        kpi.add(counts, new SurveyFacts("a", OptionalInt.of(1)));
        kpi.add(counts, new SurveyFacts("a", OptionalInt.of(1)));
        assertThat(kpi.result(counts, Instant.EPOCH).figure().value())
                .isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
    }

    @Test
    @DisplayName("Groups are told apart, and all are the sum of the groups")
    void groups() {
        Grouped<SurveyFacts, Opinion> kpi = new Grouped<>(new Satisfaction(5), "rep");
        Breakdown<Opinion> result = result(kpi, 1, 3, 5, 4, 2);
        assertThat(number(result.groups().get("odd").figure())).isEqualByComparingTo("0.333333");
        assertThat(number(result.groups().get("even").figure())).isEqualByComparingTo("0.5");
        assertThat(number(result.all().figure())).isEqualByComparingTo("0.4");
        assertThat(kpi.definition().id()).isEqualTo("survey.csat/1?scale=5&by=rep");
        assertThat(new Grouped<>(new PromoterScore(), "rep").definition().id()).isEqualTo("survey.nps/1?by=rep");
        assertThat(kpi.parts()).containsExactly("answered, by score");
        assertThat(new PromoterScore().parts()).containsExactly("answered, by score");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grouped<>(new PromoterScore(), " "))
                .withMessage("by must be a text, was blank");
    }
}
