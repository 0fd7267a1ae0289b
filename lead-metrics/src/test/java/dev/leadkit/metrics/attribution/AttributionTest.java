package dev.leadkit.metrics.attribution;

import static dev.leadkit.metrics.Chronicle.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leadkit.lead.Stage;
import dev.leadkit.metrics.Chronicle;
import dev.leadkit.metrics.explain.Explanation;
import dev.leadkit.metrics.facts.Occurrence;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AttributionTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final AttributionModel W = AttributionModel.w(Set.of(new Stage("sql"), new Stage("opp")));

    private static Credits credits(AttributionModel model, Chronicle... leads) {
        Attribution kpi = new Attribution(model, MONTH);
        Counts counts = kpi.create();
        for (Chronicle lead : leads) {
            kpi.add(counts, lead.facts());
        }
        return kpi.result(counts, Chronicle.day(100));
    }

    /** The credits of one conversion in percent, such as {@code a 40, b 60}. */
    private static String percent(AttributionModel model, Chronicle lead) {
        return credits(model, lead).channels().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue()
                                .share()
                                .basis()
                                .numerator()
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString())
                .collect(Collectors.joining(", "));
    }

    private static Chronicle touched(String... channels) {
        Chronicle lead = captured(9);
        for (int i = 0; i < channels.length; i++) {
            lead.touched(i, channels[i]);
        }
        return lead.converted(20);
    }

    @Test
    void firstAndLastGiveAllToOne() {
        assertThat(percent(AttributionModel.first(), touched("a", "b", "c"))).isEqualTo("a 100");
        assertThat(percent(AttributionModel.last(), touched("a", "b", "c"))).isEqualTo("c 100");
    }

    @Test
    void directIsPassedOverUnlessThereIsNothingElse() {
        AttributionModel model = AttributionModel.lastNonDirect("none");
        assertThat(percent(model, touched("a", "b", "none", "none"))).isEqualTo("b 100");
        assertThat(percent(model, touched("none", "none"))).isEqualTo("none 100");
        assertThat(percent(model, touched("a", "none", "direct"))).isEqualTo("direct 100");
        assertThat(percent(model, touched("a", "none", "none"))).isEqualTo("a 100");
    }

    @Test
    void linearGivesEachTheSameAndOneChannelTheSumOfItsTouches() {
        assertThat(percent(AttributionModel.linear(), touched("a", "b", "a", "c")))
                .isEqualTo("a 50, b 25, c 25");
        assertThat(percent(AttributionModel.linear(), touched("a", "b", "c")))
                .isEqualTo("a 33.3333334, b 33.3333333, c 33.3333333");
    }

    @Test
    void theUIs40To20To40() {
        assertThat(percent(AttributionModel.u(), touched("a"))).isEqualTo("a 100");
        assertThat(percent(AttributionModel.u(), touched("a", "b"))).isEqualTo("a 50, b 50");
        assertThat(percent(AttributionModel.u(), touched("a", "b", "c"))).isEqualTo("a 40, b 20, c 40");
        assertThat(percent(AttributionModel.u(), touched("a", "b", "c", "d"))).isEqualTo("a 40, b 10, c 10, d 40");
    }

    @Test
    @DisplayName(
            "W: 30 each to the first touch, the one before the capture, the one before the opportunity, 10 to the rest")
    void theWIs30To30To30To10() {
        Chronicle lead = captured(2.5)
                .touched(1, "first")
                .touched(2, "form")
                .touched(3, "x")
                .touched(4, "y")
                .touched(5, "sales")
                .entered(5, "sql")
                .touched(6, "z")
                .touched(7, "z")
                .entered(7, "opp")
                .converted(8);
        assertThat(percent(W, lead)).isEqualTo("first 30, form 30, sales 30, x 2.5, y 2.5, z 5");
    }

    @Test
    @DisplayName("W: anchors on one touch add up, and what is missing leaves its part to the rest in proportion")
    void theWWithFewerTouches() {
        assertThat(percent(W, captured(1).touched(1, "a").entered(1, "sql").converted(2)))
                .isEqualTo("a 100");
        assertThat(percent(
                        W,
                        captured(1.5)
                                .touched(1, "a")
                                .touched(2, "b")
                                .entered(3, "sql")
                                .converted(4)))
                .isEqualTo("a 66.6666667, b 33.3333333");
        assertThat(percent(W, captured(1.5).touched(1, "a").touched(2, "b").converted(4)))
                .as("no opportunity: 60 to 10")
                .isEqualTo("a 85.7142857, b 14.2857143");
        assertThat(percent(
                        W,
                        captured(0)
                                .touched(1, "a")
                                .touched(2, "b")
                                .entered(2, "sql")
                                .converted(4)))
                .as("no touch before the capture")
                .isEqualTo("a 50, b 50");
        assertThat(percent(
                        W,
                        captured(1).touched(1, "a").touched(2, "b").converted(4).entered(5, "sql")))
                .as("an opportunity after the conversion is none")
                .isEqualTo("a 85.7142857, b 14.2857143");
    }

    @Test
    @DisplayName("Time decay: half for every half-life that a touch is older than the newest one, however old that is")
    void timeDecayIsRelativeToTheNewest() {
        AttributionModel model = AttributionModel.timeDecay(Duration.ofDays(7));
        assertThat(percent(
                        model,
                        captured(1)
                                .touched(0, "a")
                                .touched(7, "b")
                                .touched(14, "c")
                                .converted(21)))
                .isEqualTo("a 14.2857143, b 28.5714286, c 57.1428571");
        Chronicle old = captured(1).touched(0, "a").touched(0.00001, "b").converted(29);
        assertThat(percent(AttributionModel.timeDecay(Duration.ofSeconds(1)), old))
                .isEqualTo("a 50, b 50");
        Chronicle apart = captured(1).touched(0, "a").touched(20, "b").converted(29);
        assertThat(percent(AttributionModel.timeDecay(Duration.ofSeconds(1)), apart))
                .isEqualTo("b 100");
    }

    @Test
    @DisplayName("Touches count from the window's edge to the very instant of the conversion, later ones never")
    void theWindow() {
        Chronicle lead = captured(31)
                .touched(0.9999, "too old")
                .touched(1, "edge")
                .touched(31.0001, "late")
                .converted(31)
                .touched(31, "same instant");
        assertThat(percent(AttributionModel.linear(), lead)).isEqualTo("edge 50, same instant 50");
    }

    @Test
    @DisplayName("Touches of one instant are in the order of their identifiers")
    void ties() {
        Chronicle lead =
                captured(0).touched(1, "a").touched(1, "b").touched(1, "c").converted(2);
        assertThat(percent(AttributionModel.first(), lead)).isEqualTo("a 100");
        assertThat(percent(AttributionModel.last(), lead)).isEqualTo("c 100");
    }

    @Test
    @DisplayName("A conversion without a touch in the window is unattributed, with its money")
    void unattributed() {
        Credits credits = credits(
                AttributionModel.linear(),
                captured(0).converted(1, 500, "EUR"),
                captured(40).touched(1, "a").converted(40, 100, "JPY"),
                touched("a"));
        assertThat(credits.conversions()).isEqualTo(3);
        assertThat(credits.unvalued()).isOne();
        assertThat(credits.unattributed().share().basis().numerator()).isEqualByComparingTo("2");
        assertThat(credits.unattributed().value()).hasToString("{EUR=5.00, JPY=100}");
        assertThat(credits.channels().get("a").share().value().number().orElseThrow())
                .isEqualByComparingTo("0.333333");
        assertThat(credits(AttributionModel.linear(), touched("a"))
                        .unattributed()
                        .share()
                        .value()
                        .number())
                .hasValueSatisfying(none -> assertThat(none).isZero());
    }

    @Test
    @DisplayName("A channel that is called unattributed is credited on its own")
    void reservedName() {
        Credits credits = credits(
                AttributionModel.linear(),
                touched("(unattributed)"),
                captured(0).converted(5));
        assertThat(credits.channels()).containsOnlyKeys("\\(unattributed)");
        assertThat(credits.unattributed().share().basis().numerator()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("Money is shared to the last cent, in each currency on its own, a refund too")
    void moneyIsSharedToTheCent() {
        Chronicle[] leads = {
            captured(0).touched(1, "a").touched(2, "b").touched(3, "c").converted(4, 100, "EUR"),
            captured(0).touched(1, "a").touched(2, "b").touched(3, "c").converted(4, -200, "EUR"),
            captured(0).touched(1, "a").touched(2, "b").converted(4, 5, "JPY")
        };
        Credits credits = credits(AttributionModel.linear(), leads);
        assertThat(credits.channels().get("a").value()).hasToString("{EUR=-0.33, JPY=3}");
        assertThat(credits.channels().get("b").value()).hasToString("{EUR=-0.34, JPY=2}");
        assertThat(credits.channels().get("c").value()).hasToString("{EUR=-0.33}");
        assertThat(credits.value()).hasToString("{EUR=-1.00, JPY=5}");
    }

    @Test
    void leadsWithoutAConversionOrADateAreLeftOut() {
        Attribution kpi = new Attribution(AttributionModel.last(), MONTH);
        Counts counts = kpi.create();
        kpi.add(counts, captured(0).touched(1, "a").lost(2).facts());
        kpi.add(
                counts,
                Chronicle.empty()
                        .submitted(0, false)
                        .touched(1, "a")
                        .converted(2)
                        .facts());
        Credits credits = kpi.result(counts, Chronicle.START);
        assertThat(credits.channels()).isEmpty();
        assertThat(credits.unattributed().share().value())
                .isEqualTo(new KpiValue.Undefined("no dated lead was converted"));
        assertThat(credits.unattributed().share().basis().excluded()).hasToString("{not converted=1, undated lead=1}");
    }

    @Test
    void sharesAreUndefinedWhileCountsAreMissing() {
        Attribution kpi = new Attribution(AttributionModel.last(), MONTH);
        Counts counts = kpi.create();
        kpi.add(counts, touched("a").facts());
        kpi.add(counts, touched("b").facts());
        kpi.retract(counts, touched("b").facts());
        kpi.retract(counts, touched("b").facts());
        kpi.add(counts, touched("a").facts());
        Credits credits = kpi.result(counts, Chronicle.START);
        assertThat(credits.channels().get("a").share().value())
                .as("2 of 1")
                .isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
        assertThat(credits.channels().get("b").share().value())
                .as("-1 of 1")
                .isEqualTo(new KpiValue.Undefined(KpiResult.INCOMPLETE));
    }

    @Test
    @DisplayName("An explanation shows each channel's credit and money, and the touches and the conversion as evidence")
    void explanation() {
        Attribution kpi = new Attribution(AttributionModel.linear(), MONTH);
        Explanation explanation = Explanation.of(
                kpi,
                captured(3)
                        .touched(1, "a")
                        .touched(2, "b")
                        .converted(4, 300, "EUR")
                        .touched(5, "c")
                        .facts());
        assertThat(explanation.cells())
                .extracting(cell -> String.join("/", cell.groups()) + " " + cell.part() + " " + cell.times())
                .containsExactly(
                        " conversions 1",
                        "all/EUR value in minor units 300",
                        "channel/a credit in billionths 500000000",
                        "channel/a/EUR value in minor units 150",
                        "channel/b credit in billionths 500000000",
                        "channel/b/EUR value in minor units 150");
        assertThat(explanation.evidence())
                .extracting(event -> event.what().name())
                .containsExactly("touched", "touched", "converted");
    }

    @Test
    @DisplayName("A model of one's own that gives weights that cannot be shared is named")
    void weightsOfAModelOfOnesOwnAreChecked() {
        for (List<Long> weights : List.of(List.<Long>of(), List.of(0L, 0L), List.of(2L, -1L), List.of(1L, 1L, 1L))) {
            AttributionModel model = new Own(weights);
            assertThatThrownBy(() -> credits(model, touched("a", "b")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("model own must be");
        }
        assertThat(percent(new Own(List.of(1L, 3L)), touched("a", "b"))).isEqualTo("a 25, b 75");
    }

    private record Own(List<Long> each) implements AttributionModel {

        @Override
        public String id() {
            return "own";
        }

        @Override
        public long[] weights(Journey journey) {
            assertThat(journey.channel(1)).isEqualTo("b");
            assertThat(((Occurrence.Touched) journey.touches().get(0).what()).channel())
                    .isEqualTo("a");
            return each.stream().mapToLong(weight -> weight).toArray();
        }
    }

    @Test
    void definitionsNameTheModelAndItsParameters() {
        assertThat(new Attribution(AttributionModel.lastNonDirect("none"), MONTH)
                        .definition()
                        .id())
                .isEqualTo("lead.attribution/1?model=last-non-direct:none&lookback=PT720H");
        assertThat(new Attribution(W, MONTH).definition().id())
                .isEqualTo("lead.attribution/1?model=w:opp,sql&lookback=PT720H");
        assertThat(AttributionModel.timeDecay(Duration.ofDays(7)).id()).isEqualTo("time-decay:PT168H");
        assertThat(AttributionModel.u().id()).isEqualTo("u");
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Attribution(AttributionModel.first(), Duration.ZERO))
                .hasMessage("lookback must be above 0, was PT0S");
        assertThatThrownBy(() -> AttributionModel.w(Set.of()))
                .hasMessage("opportunity must be at least one stage, was none");
        assertThatThrownBy(() -> AttributionModel.timeDecay(Duration.ofMillis(1_500)))
                .hasMessage("halfLife must be whole seconds from 1, was PT1.5S");
        assertThatThrownBy(() -> AttributionModel.timeDecay(Duration.ZERO)).hasMessageContaining("halfLife");
    }
}
