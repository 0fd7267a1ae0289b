package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.leadkit.chart.HurdleChart.Runner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HurdleChartTest {

    private static final List<String> STAGES = List.of("hours", "skills", "capacity");

    @Test
    void eachOneHasAFieldForEachHurdleFilledAsFarAsItWasTaken() {
        Drawing drawing = drawn(new Runner("ann", 3, "least loaded"), new Runner("bob", 1, "no German"));

        assertThat(drawing.description()).isEqualTo("ann: 3/3, least loaded; bob: 1/3, skills, no German");
        assertThat(drawing.texts()).contains("ann", "3/3", "least loaded", "bob", "1/3", "skills", "no German");
        assertThat(drawing.widths("lk-first")).as("taken").containsExactly(125.0, 125.0, 125.0, 125.0);
        assertThat(drawing.widths("lk-less")).as("where bob ended").containsExactly(125.0);
        assertThat(drawing.widths("lk-track")).as("never reached").containsExactly(125.0);
    }

    @Test
    void whoTookNoneEndedAtTheFirst() {
        Drawing drawing = drawn(new Runner("eve", 0, ""));

        assertThat(drawing.description()).isEqualTo("eve: 0/3, hours");
        assertThat(drawing.widths("lk-first")).isEmpty();
        assertThat(drawing.widths("lk-track")).hasSize(2);
    }

    @Test
    void manyHurdlesStillHaveRoom() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> "h" + i).toList();
        String svg = new HurdleChart(new Caption("Many", ""), many, List.of(new Runner("a", 500, ""))).svg();

        assertThat(Drawing.of(svg).widths("lk-first")).hasSize(500).allMatch(width -> width > 0);
    }

    @Test
    void nobodyIsADash() {
        assertThat(drawn().texts()).containsExactly("Race", "\u2013");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HurdleChart(new Caption("Race", ""), List.of(), List.of()))
                .withMessage("hurdles must be at least one, was none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> drawn(new Runner("a", 4, "")))
                .withMessage("hurdles taken must be at most 3, was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Runner("a", -1, ""))
                .withMessage("hurdles taken must be 0 or more, was -1");
    }

    private static Drawing drawn(Runner... runners) {
        return Drawing.of(new HurdleChart(new Caption("Race", ""), STAGES, List.of(runners)).svg());
    }
}
