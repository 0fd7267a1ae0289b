package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HistogramChartTest {

    // Shares 0.25 and 0.75 of the columns, 0.5 and 0.5 of the line; the axis ends at 0.8, which is 190 units high.
    @Test
    void bothAreDrawnAsSharesOfTheirOwnTotal() {
        Drawing drawing = drawn(new HistogramChart.Bin("low", 1, 500), new HistogramChart.Bin("high", 3, 500));
        List<Element> columns = drawing.look("rect", "lk-first").subList(1, 3);
        assertThat(columns)
                .extracting(column -> Drawing.number(column, "height"))
                .containsExactly(59.38, 178.12);
        assertThat(drawing.texts()).contains("0%", "20%", "40%", "60%", "80%", "low", "high");
        assertThat(drawing.description())
                .isEqualTo("low: won 1 (25.0%), lost 500 (50.0%); high: won 3 (75.0%), lost 500 (50.0%)");
    }

    // The plane starts at 56 and is 336 wide, so two bins meet at 224; 0.5 of 0.8 of 190 is 118.75.
    @Test
    void everyPartStandsOverItsBin() {
        Drawing drawing = drawn(new HistogramChart.Bin("low", 1, 500), new HistogramChart.Bin("high", 3, 500));
        double base = Drawing.number(drawing.look("rect", "lk-area").get(0), "y") + 190;
        String top = Svg.number(base - 118.75);
        String line = "M56 " + Svg.number(base) + "V" + top + "H224V" + top + "H392V" + Svg.number(base);
        assertThat(drawing.look("path", "lk-second").get(1).getAttribute("d")).isEqualTo(line);
        assertThat(drawing.look("path", "lk-halo").get(0).getAttribute("d")).isEqualTo(line);
        assertThat(at(drawing, "rect", "lk-first", "x")).containsExactly(8.0, 57.0, 225.0);
        assertThat(at(drawing, "rect", "lk-area", "x")).containsExactly(56.0, 224.0);
        assertThat(drawing.look("path", "lk-grid")).hasSize(4);
        assertThat(at(drawing, "text", "lk-quiet", "x")).endsWith(140.0, 308.0);
        assertThat(drawing.look("rect", "lk-area").get(1).getTextContent())
                .isEqualTo("high: won 3 (75.0%), lost 500 (50.0%)");
    }

    @Test
    void theGreatestCountsAreDrawn() {
        HistogramChart.Bin most = new HistogramChart.Bin("all", Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(drawn(most, most).widths("lk-first")).hasSize(3);
    }

    @Test
    void anEmptyDistributionIsNotDrawn() {
        Drawing drawing = drawn(new HistogramChart.Bin("all", 7, 0));
        assertThat(drawing.look("path", "lk-second"))
                .as("only the sign of the legend")
                .hasSize(1);
        assertThat(drawing.description()).isEqualTo("all: won 7 (100.0%), lost 0 (\u2013)");
        assertThat(drawn(new HistogramChart.Bin("all", 0, 0)).widths("lk-first"))
                .hasSize(2);
    }

    @Test
    void noBinsAreADash() {
        assertThat(drawn().texts()).containsExactly("Scores", "\u2013");
    }

    @Test
    void labelsWithoutRoomAreLeftOut() {
        HistogramChart.Bin[] bins = IntStream.range(0, 60)
                .mapToObj(i -> new HistogramChart.Bin("bin " + i, 1, 1))
                .toArray(HistogramChart.Bin[]::new);
        List<String> labels = drawn(bins).texts().stream()
                .filter(text -> text.startsWith("bin"))
                .toList();
        assertThat(labels).startsWith("bin 0").hasSizeBetween(4, 12);
    }

    @Test
    void refusesACountBelowZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistogramChart.Bin("a", 1, -1))
                .withMessage("counts must be 0 or more, was 1 and -1");
    }

    private static List<Double> at(Drawing drawing, String name, String look, String attribute) {
        return drawing.look(name, look).stream()
                .map(element -> Drawing.number(element, attribute))
                .toList();
    }

    private static Drawing drawn(HistogramChart.Bin... bins) {
        return Drawing.of(new HistogramChart(new Caption("Scores", ""), "won", "lost", List.of(bins)).svg());
    }
}
