package dev.leadkit.metrics.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.lead.Points;
import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.segment.Grouping;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Any result as a tree, and the figures of any tree as rows. */
final class KpiTreeTest {

    private static final Definition HALF = new Definition("half/1", "Half.");

    /** What a KPI of one's own may give. */
    public record Own(
            KpiResult rate,
            List<Stage> stages,
            SortedMap<Points, Long> scores,
            Optional<YearMonth> month,
            boolean done,
            double odd) {}

    private static KpiResult half() {
        return KpiResult.rate(HALF, Basis.of(1, 2, new TreeMap<>(Map.of("young", 3L, "odd", 1L))), "nothing");
    }

    private static KpiResult none() {
        return KpiResult.quotient(HALF, KpiUnit.DAYS, Basis.of(1, 0, new TreeMap<>()), "nothing there");
    }

    @Test
    void everyKindOfPartHasItsForm() {
        Own own = new Own(
                none(),
                List.of(new Stage("new")),
                new TreeMap<>(Map.of(new Points(12_500), 3L)),
                Optional.of(YearMonth.of(2026, 3)),
                true,
                0.5);
        assertThat(KpiTree.any(own))
                .hasToString(
                        "{rate={definition=half/1, unit=d, numerator=1, denominator=0, value={undefined=nothing there}}, "
                                + "stages=[new], scores={12.5=3}, month=2026-03, done=true, odd=0.5}");
        Own without = new Own(none(), List.of(), new TreeMap<>(), Optional.empty(), false, 1);
        assertThat(KpiTree.any(without)).asString().doesNotContain("month").contains("odd=1.0");
        assertThat(KpiTree.any(List.of(Optional.empty(), Optional.of(3))))
                .isEqualTo(List.of("", BigDecimal.valueOf(3)));
        assertThat(KpiTree.any(half().value())).isEqualTo(new BigDecimal("0.500000"));
        assertThat(KpiTree.any(OptionalInt.of(3))).isEqualTo("OptionalInt[3]");
    }

    @Test
    void aRecordThatIsNotPublicIsItsText() {
        Grouping both = Grouping.bySource().and(Grouping.byRep());
        assertThat(KpiTree.any(both)).isEqualTo(both.toString());
    }

    @Test
    void everyFigureIsARowWithTheWayToIt() {
        Map<String, Object> tree = Map.of("all", List.of(KpiTree.of(half()), Map.of("x", KpiTree.of(none()))));
        assertThat(FigureRows.of(tree))
                .containsExactly(
                        List.of(
                                "all/1",
                                "half/1",
                                "share",
                                "0.500000",
                                "",
                                "1",
                                "2",
                                "0.094531",
                                "0.905469",
                                "odd: 1; young: 3"),
                        List.of("all/2/x", "half/1", "d", "", "nothing there", "1", "0", "", "", ""));
        assertThat(FigureRows.of(tree)).allMatch(row -> row.size() == FigureRows.HEADER.size());
    }

    @Test
    void everyPlaceHasAWayOfItsOwn() {
        Map<String, Object> tree = Map.of(
                "a", Map.of("b", KpiTree.of(half()), "", KpiTree.of(half())),
                "a/b", KpiTree.of(half()),
                "a~1b", KpiTree.of(half()),
                "", Map.of("a/b", KpiTree.of(half())));
        assertThat(FigureRows.of(tree))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("a/b", "a/", "a~1b", "a~01b", "/a~1b");
        assertThat(FigureRows.of(KpiTree.of(half())))
                .extracting(row -> row.get(0))
                .containsExactly("");
    }

    @Test
    void aSourceMayHaveTheNameOfAPartOfAFigure() {
        Map<String, Object> sources =
                Map.of("definition", KpiTree.of(half()), "unit", KpiTree.of(half()), "value", KpiTree.of(none()));
        assertThat(FigureRows.of(sources))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("definition", "unit", "value");
    }
}
