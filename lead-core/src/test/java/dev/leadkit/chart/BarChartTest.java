package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarChartTest {

    private static final Caption CAPTION = new Caption("Leads by source", "As captured.");

    @Test
    void lengthsAreInProportion() {
        Drawing drawing = drawn(bar("a", "200"), bar("b", "100"), bar("c", "0"));
        assertThat(drawing.widths("lk-first")).containsExactly(384.0, 192.0, 0.0);
        assertThat(drawing.texts()).contains("a", "200", "b", "100", "c", "0", "As captured.");
        assertThat(drawing.look("path", "lk-zero")).hasSize(3);
    }

    @Test
    void aLabelCannotTurnAroundTheTextThatFollows() {
        Drawing drawing = drawn(bar("\u202Eevil\u2066 a\u200Fb\u061C", "1"));
        assertThat(drawing.texts()).contains("\uFFFDevil\uFFFD ab");
    }

    @Test
    void aFewIsNotDrawnLikeNone() {
        assertThat(drawn(bar("many", "1000000"), bar("one", "1")).widths("lk-first"))
                .containsExactly(384.0, 1.5);
    }

    @Test
    void belowZeroKeepsItsNumberAndHasNoLength() {
        Drawing drawing = drawn(bar("a", "-5"));
        assertThat(drawing.widths("lk-first")).containsExactly(0.0);
        assertThat(drawing.texts()).contains("-5");
    }

    // The scale ends at the upper end 0.8: 0.4 is drawn at 8 + 384 / 2, what is below 0 at 8.
    @Test
    void whiskerIsClampedAtZeroAndSetsTheScale() {
        BarChart.Range range = new BarChart.Range(new BigDecimal("-0.1"), new BigDecimal("0.8"));
        BarChart.Bar bar = new BarChart.Bar("a", new BigDecimal("0.4"), "2 of 5", Optional.of(range));
        Drawing drawing = Drawing.of(new BarChart(CAPTION, Unit.PERCENT, List.of(bar)).svg());
        assertThat(drawing.widths("lk-first")).containsExactly(192.0);
        assertThat(drawing.look("path", "lk-line").get(0).getAttribute("d")).matches("M8 \\S+H392M8 \\S+v8M392 \\S+v8");
        assertThat(drawing.description()).isEqualTo("As captured. a: 40.0%, 2 of 5 (-10.0% \u2013 80.0%)");
    }

    @Test
    void longLabelIsShortenedAndKeptInFull() {
        String label = "Campaign of the spring fair ".repeat(5).strip();
        Drawing drawing = drawn(bar(label, "1"));
        assertThat(drawing.texts()).noneMatch(text -> text.equals(label));
        assertThat(drawing.look("text", "")).anySatisfy(text -> {
            assertThat(text.getFirstChild().getTextContent()).isEqualTo(label);
            assertThat(text.getLastChild().getTextContent())
                    .startsWith("Campaign")
                    .endsWith("\u2026");
        });
    }

    @Test
    void noBarsAreADash() {
        assertThat(drawn().texts()).contains("Leads by source", "\u2013");
    }

    @Test
    void markupInTextsStaysText() {
        String svg = new BarChart(CAPTION, Unit.COUNT, List.of(bar("<b>&\"'", "1"))).svg();
        assertThat(svg).contains(">&lt;b&gt;&amp;&quot;&#39;</text>").doesNotContain("<b>");
    }

    @Test
    void refusesAnUpperEndBelowTheLowerAndABlankTitle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BarChart.Range(BigDecimal.ONE, BigDecimal.ZERO))
                .withMessage("high must be at least low = 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Caption(" ", ""))
                .withMessage("title must be non-blank, was ' '");
    }

    private static BarChart.Bar bar(String label, String value) {
        return new BarChart.Bar(label, new BigDecimal(value));
    }

    private static Drawing drawn(BarChart.Bar... bars) {
        return Drawing.of(new BarChart(CAPTION, Unit.COUNT, List.of(bars)).svg());
    }
}
