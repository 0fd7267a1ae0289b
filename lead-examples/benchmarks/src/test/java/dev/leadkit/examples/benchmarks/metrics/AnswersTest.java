package dev.leadkit.examples.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.metrics.facts.LeadFacts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AnswersTest {

    private static Answers answers(double... numbers) {
        Answers answers = new Answers();
        answers.tell("conversion", "ads", numbers);
        return answers;
    }

    @Test
    @DisplayName("Whole numbers must be equal, shares to a billionth, and undefined is equal to undefined")
    void closeness() {
        assertThatCode(() -> answers(7, 0.25, Double.NaN).checkEqual(answers(7, 0.25 + 1e-10, Double.NaN)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> answers(7e12).checkEqual(answers(7e12 + 1))).hasMessageContaining("conversion/ads");
        assertThatThrownBy(() -> answers(0.25).checkEqual(answers(0.250_000_001)))
                .hasMessageContaining("[0.25] and [0.250000001]");
        assertThatThrownBy(() -> answers(Double.NaN).checkEqual(answers(0))).hasMessageContaining("NaN");
    }

    @Test
    @DisplayName("A figure that only one side has is a difference, and no figures at all prove nothing")
    void missing() {
        assertThatThrownBy(() -> answers(1).checkEqual(new Answers())).hasMessageContaining("[1.0] and []");
        assertThatThrownBy(() -> answers().checkEqual(answers(1))).hasMessageContaining("[] and [1.0]");
        assertThatThrownBy(() -> new Answers().checkEqual(new Answers())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("What is written as lines is read as it was, all ten figures of all leads and of each source")
    void lines() {
        List<LeadFacts> leads = IntStream.range(0, 500)
                .mapToObj(number -> LeadFacts.of(Histories.lead(number), Histories.of(number)))
                .toList();
        Answers ours = OurAnswers.of(leads.stream().collect(StandardSet.BY_SOURCE.collector(Histories.AS_OF)));
        Answers read = new Answers();
        ours.lines().forEach(read::read);
        ours.checkEqual(read);
        assertThat(ours.lines()
                        .map(line -> line.substring(0, line.indexOf('/')))
                        .distinct())
                .containsExactly(
                        "auc",
                        "closed",
                        "cohort",
                        "conversion",
                        "cycle",
                        "eventual",
                        "funnel",
                        "qualification",
                        "response",
                        "velocity");
        long converted = leads.stream().filter(LeadFacts::isConverted).count();
        assertThat(ours.lines()).contains("conversion/(all)\t" + converted + ".0\t500.0");
    }
}
