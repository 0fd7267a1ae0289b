package dev.leadkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

class ChartProperties {

    private static final Set<String> NUMBERS = Set.of("x", "y", "width", "height", "rx", "dx", "font-size");
    private static final Set<String> ELEMENTS =
            Set.of("svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan");

    @Property(tries = 300)
    void barsAreSafeAndComplete(@ForAll("barCharts") BarChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.bars().forEach(bar -> assertThat(drawing.description()).contains(readable(bar.label())));
        assertThat(drawing.look("rect", "lk-first")).hasSameSizeAs(chart.bars());
    }

    @Property(tries = 300)
    void funnelsAreSafeAndComplete(@ForAll("funnelCharts") FunnelChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.stages().forEach(stage -> assertThat(drawing.description()).contains(readable(stage.label())));
        assertThat(drawing.look("rect", "lk-first")).hasSameSizeAs(chart.stages());
    }

    @Property(tries = 300)
    void hurdlesAreSafeAndComplete(@ForAll("hurdleCharts") HurdleChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.runners().forEach(runner -> assertThat(drawing.description()).contains(readable(runner.label())));
        assertThat(drawing.look("rect", "lk-first"))
                .hasSize(chart.runners().stream()
                        .mapToInt(HurdleChart.Runner::taken)
                        .sum());
    }

    @Property(tries = 300)
    void histogramsAreSafeAndComplete(@ForAll("histogramCharts") HistogramChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.bins().forEach(bin -> assertThat(drawing.description()).contains(readable(bin.label())));
    }

    @Property(tries = 300)
    void heatmapsAreSafeAndComplete(@ForAll("heatmapCharts") HeatmapChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.lines().forEach(line -> assertThat(drawing.description()).contains(readable(line.label())));
        assertThat(drawing.look("rect", "lk-first")).hasSize((int) chart.lines().stream()
                .flatMap(line -> line.cells().stream())
                .filter(Optional::isPresent)
                .count());
    }

    @Property(tries = 300)
    void curvesAreSafeAndComplete(@ForAll("curveCharts") CurveChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.curves().forEach(curve -> assertThat(drawing.description()).contains(readable(curve.name())));
    }

    @Property(tries = 300)
    void calibrationsAreSafeAndComplete(@ForAll("calibrationCharts") CalibrationChart chart) {
        Drawing drawing = checked(chart::svg, chart.caption());
        chart.dots().forEach(dot -> assertThat(drawing.description()).contains(readable(dot.note())));
        assertThat(drawing.look("rect", "lk-first")).hasSameSizeAs(chart.dots());
    }

    private static Drawing checked(Supplier<String> chart, Caption caption) {
        String svg = chart.get();
        assertThat(chart.get()).isEqualTo(svg);
        assertThat(in("tr-TR", chart)).isEqualTo(svg);
        assertThat(in("ar-EG-u-nu-arab", chart)).isEqualTo(svg);
        Drawing drawing = Drawing.of(svg);
        assertThat(drawing.all("*")).extracting(Element::getLocalName).isSubsetOf(ELEMENTS);
        assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
        assertThat(drawing.root().getFirstChild().getTextContent()).isEqualTo(readable(caption.title()));
        assertThat(drawing.attributes()).allSatisfy(ChartProperties::isHarmless);
        assertThat(drawing.all("rect")).allSatisfy(box -> staysInside(box, drawing.root()));
        Lines.of(drawing).forEach(Lines::checkThatNothingOverlaps);
        return drawing;
    }

    private static void isHarmless(Attr attribute) {
        assertThat(attribute.getName())
                .isNotEqualTo("id")
                .doesNotStartWith("on")
                .doesNotContain("href");
        assertThat(attribute.getValue()).doesNotContain("url(", "NaN", "Infinity");
        if (NUMBERS.contains(attribute.getName())
                && !attribute.getOwnerElement().getNodeName().equals("svg")) {
            assertThat(attribute.getValue()).matches("-?[0-9]+(\\.[0-9]{1,2})?");
        }
    }

    private static void staysInside(Element box, Element picture) {
        String[] view = picture.getAttribute("viewBox").split(" ", -1);
        assertThat(Drawing.number(box, "x")).isNotNegative();
        assertThat(Drawing.number(box, "y")).isNotNegative();
        assertThat(Drawing.number(box, "width")).isNotNegative();
        assertThat(Drawing.number(box, "height")).isNotNegative();
        double right = Drawing.number(box, "x") + Drawing.number(box, "width");
        double bottom = Drawing.number(box, "y") + Drawing.number(box, "height");
        assertThat(right).isLessThanOrEqualTo(Double.parseDouble(view[2]));
        assertThat(bottom).isLessThanOrEqualTo(Double.parseDouble(view[3]));
    }

    private static String in(String tag, Supplier<String> chart) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            return chart.get();
        } finally {
            Locale.setDefault(before);
        }
    }

    /** What an XML reader can be given of a text at all. */
    private static String readable(String text) {
        return text.replaceAll("[\\t\\n\\r]", " ")
                .replaceAll("[\\x{200E}\\x{200F}\\x{061C}]", "")
                .replaceAll(
                        "[\\x00-\\x1F\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]",
                        "\uFFFD");
    }

    @Provide
    Arbitrary<BarChart> barCharts() {
        Arbitrary<Optional<BarChart.Range>> ranges = Combinators.combine(figures(), figures())
                .as((a, b) -> new BarChart.Range(a.min(b), a.max(b)))
                .optional();
        Arbitrary<BarChart.Bar> bars =
                Combinators.combine(texts(), figures(), texts(), ranges).as(BarChart.Bar::new);
        return Combinators.combine(
                        captions(), Arbitraries.of(Unit.class), bars.list().ofMaxSize(60))
                .as(BarChart::new);
    }

    @Provide
    Arbitrary<FunnelChart> funnelCharts() {
        Arbitrary<FunnelChart.Stage> stages =
                Combinators.combine(texts(), counts()).as(FunnelChart.Stage::new);
        return Combinators.combine(captions(), stages.list().ofMaxSize(12)).as(FunnelChart::new);
    }

    @Provide
    Arbitrary<HurdleChart> hurdleCharts() {
        return texts().list().ofMinSize(1).ofMaxSize(12).flatMap(hurdles -> {
            Arbitrary<HurdleChart.Runner> runners = Combinators.combine(
                            texts(), Arbitraries.integers().between(0, hurdles.size()), texts())
                    .as(HurdleChart.Runner::new);
            return Combinators.combine(captions(), runners.list().ofMaxSize(12))
                    .as((caption, all) -> new HurdleChart(caption, hurdles, all));
        });
    }

    @Provide
    Arbitrary<HistogramChart> histogramCharts() {
        Arbitrary<HistogramChart.Bin> bins =
                Combinators.combine(texts(), counts(), counts()).as(HistogramChart.Bin::new);
        return Combinators.combine(captions(), texts(), texts(), bins.list().ofMaxSize(60))
                .as(HistogramChart::new);
    }

    @Provide
    Arbitrary<HeatmapChart> heatmapCharts() {
        return texts().list().ofMinSize(1).ofMaxSize(40).flatMap(columns -> {
            Arbitrary<HeatmapChart.Line> lines = Combinators.combine(
                            texts(), texts(), shares().optional().list().ofMaxSize(columns.size()))
                    .as(HeatmapChart.Line::new);
            return Combinators.combine(captions(), lines.list().ofMaxSize(12))
                    .as((caption, all) -> new HeatmapChart(caption, columns, all));
        });
    }

    @Provide
    Arbitrary<CurveChart> curveCharts() {
        Arbitrary<CurveChart.Point> points = Combinators.combine(
                        Arbitraries.longs().between(0, 400), shares())
                .as(CurveChart.Point::new);
        Arbitrary<CurveChart.Curve> curves =
                Combinators.combine(texts(), points.list().ofMaxSize(30)).as(CurveChart.Curve::new);
        Arbitrary<Long> ends = Arbitraries.oneOf(
                Arbitraries.longs().between(1, 400), Arbitraries.longs().between(1, Long.MAX_VALUE));
        return Combinators.combine(captions(), ends, texts(), curves.list().ofMaxSize(CurveChart.MOST_CURVES))
                .as(CurveChart::new);
    }

    @Provide
    Arbitrary<CalibrationChart> calibrationCharts() {
        Arbitrary<Optional<BarChart.Range>> ranges = Combinators.combine(shares(), shares())
                .as((a, b) -> new BarChart.Range(a.min(b), a.max(b)))
                .optional();
        Arbitrary<CalibrationChart.Dot> dots =
                Combinators.combine(shares(), shares(), ranges, texts()).as(CalibrationChart.Dot::new);
        return Combinators.combine(captions(), texts(), texts(), dots.list().ofMaxSize(20))
                .as(CalibrationChart::new);
    }

    private static Arbitrary<BigDecimal> shares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(6);
    }

    private static Arbitrary<Caption> captions() {
        return Combinators.combine(texts().filter(text -> !text.isBlank()), texts())
                .as(Caption::new);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> nasty = Arbitraries.of(
                "",
                "a",
                "<script>alert('x')</script>",
                "\"&amp;]]>",
                "a\u0000b\uFFFE",
                "\uD83D",
                "\uD83D\uDE00",
                "tab\tline\n");
        Arbitrary<String> words = Arbitraries.strings().alpha().withChars(' ').ofMaxLength(300);
        return Arbitraries.oneOf(any, nasty, words);
    }

    private static Arbitrary<BigDecimal> figures() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
                .ofScale(4);
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, 1_000_000_000_000L);
    }
}
