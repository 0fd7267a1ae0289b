package dev.leadkit.scoring.review;

import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.interaction;
import static dev.leadkit.lead.StandardFields.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Condition;
import dev.leadkit.lead.Field;
import dev.leadkit.scoring.model.DimensionBuilder;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.ScoringModelBuilder;
import dev.leadkit.scoring.model.Verdict;
import dev.leadkit.scoring.model.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Lint of grades between points that leads have")
final class LintGapsTest {

    private static ScoringModelBuilder model(Consumer<DimensionBuilder> rules) {
        return ScoringModel.builder("m", "1").dimension("fit", rules);
    }

    private static List<String> said(ScoringModelBuilder model) {
        return Lint.check(model.build()).stream()
                .filter(remark -> remark.kind() == Remark.Kind.GRADE_UNREACHABLE)
                .map(Remark::toString)
                .toList();
    }

    private static Condition given(int number) {
        return field(Field.text("f" + number)).isPresent();
    }

    private static Consumer<DimensionBuilder> rules(int count, long points) {
        return fit -> IntStream.range(0, count).forEach(i -> fit.rule("r" + i, given(i), points));
    }

    @Test
    @DisplayName("finds a grade between multiples of ten points, also of very many rules")
    void multiples() {
        String sentence = "grades[1]: no lead can have the grade B, from 91 to below 95: no sum of points lies between"
                + " 90 and 100.";
        assertThat(said(model(rules(12, 10)).band("A", 95).band("B", 91).band("C", 50)))
                .containsExactly(sentence);
        assertThat(said(model(rules(3_000, 10)).band("A", 95).band("B", 91).band("C", 50)))
                .containsExactly(sentence);
        assertThat(said(model(rules(12, 10)).band("A", 95).band("B", 90))).isEmpty();
        assertThat(said(model(rules(12, 10)).band("A", 101).band("B", 91))).isEmpty();
    }

    @Test
    @DisplayName("finds a grade between what the small rules and what the great rule gives")
    void wide() {
        Consumer<DimensionBuilder> two = fit -> fit.rule("great", given(1), 100).rule("small", given(2), 5);
        assertThat(said(model(two).band("A", 90).band("B", 20).band("C", 5)))
                .containsExactly(
                        "grades[1]: no lead can have the grade B, from 20 to below 90: no sum of points lies between 5 and"
                                + " 100.");
        Worth fading = Worth.points(30).once().halfLife(Duration.ofDays(7));
        Consumer<DimensionBuilder> three =
                fit -> two.accept(fit.each("demo", interaction("demo").filter(), fading));
        assertThat(said(model(three).band("A", 100).band("B", 36)))
                .containsExactly(
                        "grades[1]: no lead can have the grade B, from 36 to below 100: no sum of points lies between 35"
                                + " and 100.");
        assertThat(said(model(three).band("A", 100).band("B", 35))).isEmpty();
    }

    @Test
    @DisplayName("counts interactions one by one, however many they may be")
    void interactions() {
        Consumer<DimensionBuilder> visits =
                fit -> fit.each("visits", interaction("visit").filter(), Worth.points(10));
        assertThat(said(model(visits).band("A", 99_995).band("B", 99_991)))
                .containsExactly(
                        "grades[1]: no lead can have the grade B, from 99991 to below 99995: no sum of points lies between"
                                + " 99990 and 100000.");
        assertThat(said(model(visits).band("A", 95).band("B", 90))).isEmpty();
    }

    @Test
    @DisplayName("counts one of rules that exclude each other")
    void exclusive() {
        Consumer<DimensionBuilder> countries =
                fit -> fit.rule("de", field(COUNTRY).is("DE"), 10)
                        .rule("at", field(COUNTRY).is("AT"), 20)
                        .rule("big", given(1), 50);
        assertThat(said(model(countries).band("A", 40).band("B", 30).band("C", 10)))
                .containsExactly(
                        "grades[1]: no lead can have the grade B, from 30 to below 40: no sum of points lies between 20 and"
                                + " 50.");
    }

    @Test
    @DisplayName("takes what a cap leaves, what a disqualifier forces and what code may give for reachable")
    void reachable() {
        assertThat(said(model(rules(12, 10)).cap(93).band("A", 95).band("B", 91)))
                .containsExactly("grades[0]: no lead can have the grade A: points go from 0 to 93.");
        assertThat(said(model(rules(12, 10))
                        .band("A", 95)
                        .band("B", 91)
                        .disqualify("x", field(COUNTRY).is("XX"), Verdict.total(92))))
                .isEmpty();
        assertThat(said(model(rules(12, 10))
                        .band("A", 95)
                        .band("B", 91)
                        .disqualify("x", field(COUNTRY).is("XX"), Verdict.total(90))))
                .hasSize(1);
        Consumer<DimensionBuilder> own = fit -> fit.custom("own", "own", Map.of());
        assertThat(said(model(own.andThen(rules(2, 10))).band("A", 15).band("B", 12)))
                .isEmpty();
    }
}
