package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class WaterfallChartTest {

    private static final Caption CAPTION = new Caption("Score of L-7", "");

    private static Drawing drawn(WaterfallChart.Step... steps) {
        return Drawing.of(new WaterfallChart(CAPTION, Unit.EXACT, List.of(steps)).svg());
    }

    private static WaterfallChart.Step step(String label, String change) {
        return WaterfallChart.Step.of(label, new BigDecimal(change));
    }

    private static double x(Element bar) {
        return Drawing.number(bar, "x");
    }

    // The scale reaches from 0 to 20, 384 units long from 8 on: a point is 19.2 units.
    @Test
    void eachBarBeginsWhereTheOneBeforeEnded() {
        Drawing drawing = drawn(step("a", "10"), step("b", "10.0"), step("c", "-15"), WaterfallChart.Step.sum("total"));
        List<Element> more = drawing.look("rect", "lk-first");
        assertThat(more).extracting(WaterfallChartTest::x).containsExactly(8.0, 200.0);
        assertThat(drawing.widths("lk-first")).containsExactly(192.0, 192.0);
        assertThat(drawing.look("rect", "lk-less"))
                .extracting(WaterfallChartTest::x)
                .containsExactly(104.0);
        assertThat(drawing.widths("lk-less")).containsExactly(288.0);
        assertThat(drawing.look("rect", "lk-sum"))
                .extracting(WaterfallChartTest::x)
                .containsExactly(8.0);
        assertThat(drawing.widths("lk-sum")).containsExactly(96.0);
        assertThat(drawing.texts()).containsSubsequence("a", "+10", "b", "+10", "c", "-15", "total", "5");
        assertThat(drawing.description()).isEqualTo("a: +10; b: +10; c: -15; total: 5");
    }

    // From -10 to 10: zero is in the middle, at 8 + 192.
    @Test
    void belowZeroLiesLeftOfTheZeroLine() {
        Drawing drawing = drawn(step("a", "-10"), step("b", "20"), step("c", "0"));
        assertThat(drawing.look("rect", "lk-less"))
                .extracting(WaterfallChartTest::x)
                .containsExactly(8.0);
        assertThat(drawing.widths("lk-less")).containsExactly(192.0);
        assertThat(drawing.look("path", "lk-zero").get(0).getAttribute("d")).startsWith("M200 ");
        assertThat(drawing.widths("lk-first")).containsExactly(384.0, 0.0);
        assertThat(drawing.look("path", "lk-grid")).hasSize(2);
    }

    @Test
    void aSmallStepIsStillSeen() {
        assertThat(drawn(step("much", "1000000"), step("little", "0.001")).widths("lk-first"))
                .containsExactly(384.0, 1.5);
    }

    @Test
    @DisplayName("the words lie over the lines between the bars, with the ground around them")
    void linesDoNotRunThroughWords() {
        Drawing drawing = drawn(step("a", "10"), step("a long label that the line between both bars meets", "10"));
        List<Element> words = drawing.look("g", "lk-over");
        assertThat(words).hasSize(2);
        Element line = drawing.look("path", "lk-grid").get(0);
        assertThat(line.compareDocumentPosition(words.get(1)) & Node.DOCUMENT_POSITION_FOLLOWING)
                .isNotZero();
        assertThat(drawing.all("style").get(0).getTextContent())
                .contains(".lk-over{stroke:Canvas;")
                .contains("paint-order:stroke}");
    }

    @Test
    void nothingIsADash() {
        assertThat(drawn().texts()).contains("\u2013");
        assertThat(drawn(WaterfallChart.Step.sum("total")).widths("lk-sum")).containsExactly(0.0);
    }
}
