package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

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

    private static HeatmapChart square(List<String> names, String note, BigDecimal share) {
        return new HeatmapChart(
                CAPTION,
                names,
                names.stream()
                        .map(name -> new HeatmapChart.Line(
                                name, note, Collections.nCopies(names.size(), Optional.of(share))))
                        .toList());
    }

    /** Five as of a champion with four grades and leads without any; 21 is the most that a comparison shows. */
    @Test
    void eachColumnOfAHeatmapHasItsHead() {
        List<String> few = List.of("A", "B", "C", "D", "no grade");
        assertThat(heads(square(few, "", share("0.1")))).containsExactlyElementsOf(few);
        List<String> many = IntStream.range(0, 21).mapToObj(i -> "grade " + i).toList();
        assertThat(heads(square(many, "", share("0.1")))).containsExactlyElementsOf(many);
        assertThat(heads(square(List.of("A", "B", "C"), "", share("0.1")))).isEmpty();
    }

    /** The heads that stand; each has its whole length between the words above and the cells below. */
    private static List<String> heads(HeatmapChart chart) {
        Drawing drawing = Drawing.of(chart.svg());
        double words = 8 + 18 * 1.3;
        List<Element> standing = drawing.all("text").stream()
                .filter(text -> text.hasAttribute("transform"))
                .toList();
        assertThat(standing).allSatisfy(text -> {
            double length = Picture.SMALL.width(text.getTextContent());
            assertThat(Drawing.number(text, "y") - length).isGreaterThan(words);
            assertThat(Drawing.number(text, "y"))
                    .isLessThan(Drawing.number(drawing.look("rect", "lk-first").get(0), "y"));
        });
        return standing.stream().map(Element::getTextContent).toList();
    }

    @Test
    void whatARowOfAHeatmapRestsOnIsNotCutOff() {
        List<String> texts = Drawing.of(square(List.of("nurture for a long while", "A"), "251426", share("0.1"))
                        .svg())
                .texts();
        assertThat(texts).anyMatch(text -> text.endsWith("\u2026 (251426)")).contains("A (251426)");
    }

    @Test
    void littleIsNotNothingAndAlmostAllIsNotAll() {
        assertThat(cell("0")).isEqualTo("0%");
        assertThat(cell("0.005")).isEqualTo("<1%");
        assertThat(cell("0.000000001")).isEqualTo("<1%");
        assertThat(cell("0.004999")).isEqualTo("<1%");
        assertThat(cell("0.006")).isEqualTo("1%");
        assertThat(cell("0.994")).isEqualTo("99%");
        assertThat(cell("0.995")).isEqualTo(">99%");
        assertThat(cell("0.999999999")).isEqualTo(">99%");
        assertThat(cell("1")).isEqualTo("100%");
    }

    /** Seven columns have room for 100%, eight only for 100; twelve for neither, though the zeros beside it would fit. */
    @Test
    void eitherEveryCellOfAHeatmapHasItsFigureOrNone() {
        assertThat(figures(8)).containsExactly("100", "0", "0", "0", "0", "0", "0", "0");
        assertThat(figures(7)).startsWith("100%", "0%");
        assertThat(figures(12)).isEmpty();
    }

    private static List<String> figures(int columns) {
        List<String> names = Collections.nCopies(columns, "A");
        List<Optional<BigDecimal>> cells = new ArrayList<>(Collections.nCopies(columns, Optional.of(share("0"))));
        cells.set(0, Optional.of(share("1")));
        HeatmapChart chart = new HeatmapChart(CAPTION, names, List.of(new HeatmapChart.Line("row", "", cells)));
        return Drawing.of(chart.svg()).look("text", "lk-over").stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static String cell(String share) {
        List<String> texts =
                Drawing.of(square(List.of("A"), "", share(share)).svg()).texts();
        return texts.get(texts.size() - 1);
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
