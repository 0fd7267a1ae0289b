package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaneChartsTest {

    private static final Caption CAPTION = new Caption("Figures", "");

    private static BigDecimal share(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aHeatmapSaysEveryCellAndLeavesTheUntoldApart() {
        HeatmapChart chart = new HeatmapChart(
                CAPTION,
                List.of("30 d", "60 d"),
                List.of(
                        new HeatmapChart.Line(
                                "2026-01", "120", List.of(Optional.of(share("0.10")), Optional.of(share("0.20")))),
                        new HeatmapChart.Line("2026-02", "", List.of(Optional.of(share("0")), Optional.empty()))));
        Drawing drawing = Drawing.of(chart.svg());

        assertThat(drawing.description())
                .isEqualTo("2026-01 (120): 30 d 10.0%, 60 d 20.0%; 2026-02: 30 d 0.0%, 60 d \u2013");
        assertThat(drawing.texts()).contains("30 d", "60 d", "2026-01 (120)", "10%", "20%", "0%", "\u2013");
        assertThat(drawing.look("rect", "lk-first"))
                .extracting(cell -> cell.getAttribute("fill-opacity"))
                .containsExactly("0.41", "0.76", "0.06");
        assertThat(drawing.look("rect", "lk-track")).hasSize(1);
    }

    @Test
    void aCurveIsLevelBetweenItsSteps() {
        CurveChart chart = new CurveChart(
                CAPTION,
                100,
                "days",
                List.of(
                        new CurveChart.Curve(
                                "All",
                                List.of(
                                        new CurveChart.Point(0, share("0.05")),
                                        new CurveChart.Point(50, share("0.10")),
                                        new CurveChart.Point(101, share("0.20")))),
                        new CurveChart.Curve("None", List.of())));
        Drawing drawing = Drawing.of(chart.svg());

        assertThat(drawing.description()).isEqualTo("All: 20.0% after 101 days; None: \u2013");
        assertThat(drawing.texts()).contains("0", "25", "50", "75", "100 days", "20%");
        String path = drawing.look("path", "lk-curve").get(1).getAttribute("d");
        assertThat(path).matches("M56 [0-9.]+H56V[0-9.]+H224V[0-9.]+");
        assertThat(drawing.look("path", "lk-second")).hasSize(2);
    }

    @Test
    void aDotOnTheDiagonalIsWhereBothAgree() {
        CalibrationChart chart = new CalibrationChart(
                CAPTION,
                "Foretold",
                "Came",
                List.of(
                        new CalibrationChart.Dot(share("0.5"), share("0.5"), Optional.empty(), "10 leads"),
                        new CalibrationChart.Dot(
                                share("1"),
                                share("0"),
                                Optional.of(new BarChart.Range(share("0"), share("0.25"))),
                                "")));
        Drawing drawing = Drawing.of(chart.svg());

        assertThat(drawing.description()).isEqualTo("50.0% foretold, 50.0% came, 10 leads; 100.0% foretold, 0.0% came");
        assertThat(drawing.texts()).contains("Foretold", "Came", "100%");
        List<Double> x = drawing.look("rect", "lk-first").stream()
                .map(dot -> Drawing.number(dot, "x"))
                .toList();
        List<Double> y = drawing.look("rect", "lk-first").stream()
                .map(dot -> Drawing.number(dot, "y"))
                .toList();
        assertThat(x.get(1) - x.get(0)).isCloseTo(120, within(0.01));
        assertThat(y.get(1) - y.get(0)).isCloseTo(120, within(0.01));
        String whisker = drawing.look("path", "lk-line").get(1).getAttribute("d");
        assertThat(whisker).startsWith("M296 ");
    }

    @Test
    void nothingIsADash() {
        assertThat(Drawing.of(new HeatmapChart(CAPTION, List.of("a"), List.of()).svg())
                        .texts())
                .containsExactly("Figures", "\u2013");
        assertThat(Drawing.of(new CurveChart(CAPTION, 1, "days", List.of()).svg())
                        .texts())
                .containsExactly("Figures", "\u2013");
        assertThat(Drawing.of(new CalibrationChart(CAPTION, "a", "b", List.of()).svg())
                        .texts())
                .containsExactly("Figures", "\u2013");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatmapChart(CAPTION, List.of(), List.of()))
                .withMessage("columns must be at least one, was none");
        HeatmapChart.Line two = new HeatmapChart.Line("a", "", Collections.nCopies(2, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatmapChart(CAPTION, List.of("a"), List.of(two)))
                .withMessage("cells must be at most 1, was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurveChart(CAPTION, 0, "days", List.of()))
                .withMessage("end must be above 0, was 0");
        CurveChart.Curve curve = new CurveChart.Curve("a", List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CurveChart(CAPTION, 1, "days", Collections.nCopies(5, curve)))
                .withMessage("curves must be at most 4, was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new CurveChart.Point(-1, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new CurveChart.Point(0, share("1.1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new CurveChart.Point(0, share("-0.1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationChart.Dot(share("1.1"), BigDecimal.ONE, Optional.empty(), ""))
                .withMessage("shares must be from 0 to 1, was 1.1 and 1");
    }
}
