package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a figure comes about: one step under the other, each bar beginning where the one before ended, and between them the sum
 * so far. Bars to the right add, bars to the left, in another colour, take away; all share one scale. Immutable and
 * thread-safe.
 *
 * @param caption what the chart is called and says
 * @param unit how figures are written
 * @param steps the steps from top to bottom; none gives a chart with a dash
 */
public record WaterfallChart(Caption caption, Unit unit, List<Step> steps) {

    private static final double ROW = 46;
    private static final double SHORTEST = 1.5;

    /**
     * Keeps a copy of the steps.
     *
     * @param caption what the chart is called and says
     * @param unit how figures are written
     * @param steps the steps from top to bottom
     */
    public WaterfallChart {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param label what it stands for; shortened in the drawing when it does not fit
     * @param change what it adds, or takes away where it is below 0; empty for the sum of all steps before it
     */
    public record Step(String label, Optional<BigDecimal> change) {

        /**
         * A step that changes the sum.
         *
         * @param label what it stands for
         * @param change what it adds
         * @return the step
         */
        public static Step of(String label, BigDecimal change) {
            return new Step(label, Optional.of(change));
        }

        /**
         * A step that shows the sum of all steps before it.
         *
         * @param label what the sum is called
         * @return the step
         */
        public static Step sum(String label) {
            return new Step(label, Optional.empty());
        }
    }

    /** A step with the sums before and after it; a sum begins at 0. */
    private record Span(Step step, BigDecimal from, BigDecimal to) {

        String figure(Unit unit) {
            BigDecimal shown = step.change().orElse(to);
            boolean more = step.change().isPresent() && shown.signum() > 0;
            return (more ? "+" : "") + unit.write(shown);
        }

        Row row(Unit unit) {
            return new Row(step.label(), "", figure(unit));
        }

        String look() {
            return step.change()
                    .map(change -> change.signum() < 0 ? "lk-less" : "lk-first")
                    .orElse("lk-sum");
        }
    }

    /** The scale: the least and the greatest sum, 0 among them. */
    private record Scale(BigDecimal least, BigDecimal most) {

        double at(BigDecimal sum) {
            BigDecimal span = most.subtract(least);
            double part = span.signum() == 0
                    ? 0
                    : sum.subtract(least).divide(span, MathContext.DECIMAL32).doubleValue();
            return Picture.EDGE + part * Picture.ROOM;
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every step in full.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (steps.isEmpty()) {
            picture.nothing();
        }
        List<Span> spans = spans();
        Rows rows = new Rows(spans.stream().map(span -> span.row(unit)).toList());
        Scale scale = scale(spans);
        for (int i = 0; i < spans.size(); i++) {
            picture.add(rows.write(spans.get(i).row(unit), picture.y()).set("class", "lk-over"));
            picture.add(drawn(spans.get(i), scale, picture.y(), i + 1 < spans.size()));
            picture.down(ROW);
        }
        return picture.svg(spans.stream().map(span -> span.row(unit).spoken()).toList());
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            BigDecimal next = sum.add(step.change().orElse(BigDecimal.ZERO));
            spans.add(new Span(step, step.change().isPresent() ? sum : BigDecimal.ZERO, next));
            sum = next;
        }
        return spans;
    }

    private static Scale scale(List<Span> spans) {
        BigDecimal least = spans.stream().map(Span::to).reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal most = spans.stream().map(Span::to).reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Scale(least, most);
    }

    private Svg drawn(Span span, Scale scale, double y, boolean goesOn) {
        Svg drawing = new Svg("g").hint(span.row(unit).spoken());
        double top = y + Rows.BAR_TOP;
        drawing.add(upright("lk-zero", scale.at(BigDecimal.ZERO), top - 3, Rows.BAR_HEIGHT + 6));
        double from = scale.at(span.from());
        double to = scale.at(span.to());
        double length = Math.abs(to - from);
        double shown = span.from().compareTo(span.to()) == 0 ? 0 : Math.max(SHORTEST, length);
        drawing.add(Svg.box(span.look(), new Box(Math.min(from, to), top, shown, Rows.BAR_HEIGHT)));
        return goesOn ? drawing.add(upright("lk-grid", to, top + Rows.BAR_HEIGHT, ROW - Rows.BAR_HEIGHT)) : drawing;
    }

    private static Svg upright(String look, double x, double y, double length) {
        return Svg.path(look, "M" + Svg.number(x) + " " + Svg.number(y) + "v" + Svg.number(length));
    }
}
