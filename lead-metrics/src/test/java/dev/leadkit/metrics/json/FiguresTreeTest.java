package dev.leadkit.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.figures.Figures;
import dev.leadkit.metrics.figures.FiguresFold;
import dev.leadkit.metrics.figures.FiguresSpec;
import dev.leadkit.metrics.figures.Intake;
import dev.leadkit.metrics.figures.Town;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class FiguresTreeTest {

    private static final Instant T0 = Instant.parse("2026-03-01T09:00:00Z");
    private static final Intake INTAKE = new Intake(5, 3, 1, 1, 0);

    private static Map<String, Object> tree() {
        FiguresSpec spec = FiguresSpec.builder(ZoneOffset.UTC, Town.STAGES, Set.of(Town.STAGES.get(1)))
                .byField("source")
                .build();
        FiguresFold fold = new FiguresFold(spec);
        fold.add(new Story("a")
                .captured(T0, "web")
                .scored(T0, 9)
                .converted(T0.plusSeconds(60))
                .history());
        fold.add(new Story("b").captured(T0, "web").scored(T0, 3).history());
        fold.add(new Story("c").captured(T0, "").scored(T0, 9).history());
        return FiguresTree.of(fold.figures(T0.plusSeconds(3_600)), INTAKE);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void itHoldsTheCountsOfRows() {
        assertThat(tree())
                .containsEntry("rows", number("5"))
                .containsEntry("captured", number("3"))
                .containsEntry("merged", number("1"))
                .containsEntry("quarantined", number("1"))
                .containsEntry("refused", number("0"));
    }

    @Test
    void aRateHasItsNumeratorAndDenominator() {
        assertThat(tree())
                .extractingByKey("leadConversionRate")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("numerator", number("1"))
                .containsEntry("denominator", number("3"))
                .containsEntry("value", number("0.333333"))
                .containsEntry("definition", "lead.conversion/1");
    }

    @Test
    void leadsWithoutASourceAreAGroupOfTheirOwn() {
        assertThat(tree())
                .extractingByKey("bySource")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("(missing)", "web");
    }

    @Test
    void aucIsTheNumberAlone() {
        assertThat(tree()).containsEntry("auc", number("0.750000"));
    }

    @Test
    void anUndefinedFigureSaysWhyInTheValuesPlace() {
        assertThat(tree())
                .containsEntry("costPerLead", Map.of("undefined", "no costs given"))
                .extractingByKey("responseTime")
                .asString()
                .contains("value={undefined=no dated lead was answered}");
    }

    @Test
    void itIsMadeOfPlainTypesOnlyAndReadsTheSameEveryTime() {
        plain(tree());
        assertThat(tree()).hasToString(tree().toString());
    }

    private static void plain(Object part) {
        if (part instanceof Map<?, ?> map) {
            assertThat(map.keySet()).allSatisfy(key -> assertThat(key).isInstanceOf(String.class));
            map.values().forEach(FiguresTreeTest::plain);
        } else if (part instanceof List<?> list) {
            list.forEach(FiguresTreeTest::plain);
        } else {
            assertThat(part).isInstanceOfAny(String.class, BigDecimal.class, Boolean.class);
        }
    }

    @Test
    void everyFieldOfTheTownIsThere() {
        FiguresFold fold = new FiguresFold(Town.spec().build());
        Town.tell(5, 40, 0, fold::add);
        Figures figures = fold.figures(Town.END);
        assertThat(FiguresTree.of(figures, new Intake(40, 40, 0, 0, 0))
                        .get("byField")
                        .toString())
                .contains("size={large={definition=lead.conversion/1");
    }
}
