package dev.leadkit.scoring.engine;

import static dev.leadkit.condition.Conditions.always;
import static dev.leadkit.condition.Conditions.field;
import static dev.leadkit.condition.Conditions.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.condition.Truth;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.scoring.model.NumberBands;
import dev.leadkit.scoring.model.ScoringModel;
import dev.leadkit.scoring.model.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The figures of an explanation")
final class ExplanationFiguresTest {

    private static final Field<BigDecimal> EMPLOYEES = Field.number("employees");

    private static Explanation explained(ScoringModel model, FieldValues values) {
        return ScoringEngine.of(model).explain(Leads.with(values).history(), Leads.NOW);
    }

    @ParameterizedTest(name = "{0} points: {1} are missing")
    @CsvSource({"17, 3", "19, 1", "20,", "21,"})
    @DisplayName("tell how far it is to the next grade, and nothing where points are not what is missing")
    void missing(long points, Long far) {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.rule("a", always(), points))
                .band("A", 20)
                .band("B", 0)
                .disqualify("rival", always(), Verdict.grade("B"))
                .build();
        Explanation explanation = explained(model, FieldValues.EMPTY);
        assertThat(explanation.next()).contains(model.bands().get(0));
        assertThat(explanation.missing().map(Points::units))
                .isEqualTo(Optional.ofNullable(far).map(p -> p * 1_000));
    }

    @Test
    @DisplayName("name the rules that are neither true nor false, in the model's order")
    void unjudged() {
        ScoringModel model = ScoringModel.builder("m", "1")
                .dimension(
                        "fit",
                        d -> d.rule("rival", field(StandardFields.COMPANY).is("Rival"), -5)
                                .rule("home", field(StandardFields.COUNTRY).is("DE"), 5)
                                .rule(
                                        "abroad",
                                        not(field(StandardFields.COUNTRY).is("DE")),
                                        2))
                .dimension("size", d -> d.number("many", EMPLOYEES, NumberBands.NONE.atLeast(50, 4)))
                .build();
        Explanation explanation = explained(
                model, FieldValues.builder().set(StandardFields.COUNTRY, "DE").build());
        assertThat(explanation.unjudged())
                .extracting(reason -> reason.rule().id())
                .containsExactly("rival", "many");
        assertThat(explanation.unjudged()).extracting(Reason::dimension).containsExactly("fit", "size");
    }

    @Test
    @DisplayName("say of a number that it holds in whichever band it is, and that it is unknown without one")
    void numbers() {
        NumberBands bands =
                NumberBands.NONE.below(50, 5).from(50, 500, 10).atLeast(601, 20).otherwise(-1);
        ScoringModel gaps = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.number("size", EMPLOYEES, bands))
                .build();
        for (long employees : List.of(49L, 50L, 500L, 601L)) {
            assertThat(truth(
                            gaps,
                            FieldValues.builder()
                                    .set(EMPLOYEES, BigDecimal.valueOf(employees))
                                    .build()))
                    .as("%s employees", employees)
                    .isEqualTo(Truth.TRUE);
        }
        assertThat(truth(gaps, FieldValues.EMPTY)).isEqualTo(Truth.UNKNOWN);
        ScoringModel few = ScoringModel.builder("m", "1")
                .dimension("fit", d -> d.number("size", EMPLOYEES, NumberBands.NONE.below(50, 5)))
                .build();
        assertThat(truth(
                        few,
                        FieldValues.builder()
                                .set(EMPLOYEES, BigDecimal.TEN.pow(3))
                                .build()))
                .isEqualTo(Truth.FALSE);
    }

    private static Truth truth(ScoringModel model, FieldValues values) {
        return explained(model, values).reasons().get(0).finding().truth();
    }
}
