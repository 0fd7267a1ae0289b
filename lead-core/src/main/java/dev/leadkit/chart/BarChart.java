package dev.leadkit.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Horizontal bars, one under the other in the given order, each with its label and its figure, and where known the
 * range in which the true figure is expected. All bars start at 0 and share one scale, whose end is the greatest figure
 * or range end. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param unit how figures are written
 * @param bars the bars from top to bottom; none gives a chart with a dash
 */
public record BarChart(Caption caption, Unit unit, List<Bar> bars) {

    private static final double ROW = 50;
    private static final double CAP = 4;

    /**
     * Keeps a copy of the bars.
     *
     * @param caption what the chart is called and says
     * @param unit how figures are written
     * @param bars the bars from top to bottom
     */
    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param label what it stands for; shortened in the drawing when it does not fit
     * @param value its figure; below 0 it is drawn without length, its number still stands beside it
     * @param note what it rests on, for example {@code 1,139 of 2,868}; may be empty
     * @param range where the true figure is expected, drawn as a whisker; may be empty
     */
    public record Bar(String label, BigDecimal value, String note, Optional<Range> range) {

        /**
         * A bar without note and range.
         *
         * @param label what it stands for
         * @param value its figure
         */
        public Bar(String label, BigDecimal value) {
            this(label, value, "", Optional.empty());
        }

        private Row row(Unit unit) {
            return new Row(label, note, unit.write(value));
        }

        private String spoken(Unit unit) {
            return row(unit).spoken()
                    + range.map(ends -> " (" + ends.spoken(unit) + ")").orElse("");
        }
    }

    /**
     * Where the true figure of a bar is expected. An end below 0 is drawn at 0.
     *
     * @param low the lower end
     * @param high the upper end, not below the lower
     */
    public record Range(BigDecimal low, BigDecimal high) {

        /**
         * Checks the order of the ends.
         *
         * @param low the lower end
         * @param high the upper end
         * @throws IllegalArgumentException if the upper end is below the lower
         */
        public Range {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("high must be at least low = " + low + ", was " + high);
            }
        }

        private String spoken(Unit unit) {
            return unit.write(low) + " \u2013 " + unit.write(high);
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every bar in full, with note and range.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (bars.isEmpty()) {
            picture.nothing();
        }
        Rows rows = new Rows(bars.stream().map(bar -> bar.row(unit)).toList());
        Ruler ruler = new Ruler(greatest(), Picture.ROOM);
        for (Bar bar : bars) {
            picture.add(rows.write(bar.row(unit), picture.y()));
            picture.add(drawn(bar, ruler, picture.y()));
            picture.down(ROW);
        }
        return picture.svg(bars.stream().map(bar -> bar.spoken(unit)).toList());
    }

    private Svg drawn(Bar bar, Ruler ruler, double y) {
        Svg drawing = new Svg("g").hint(bar.spoken(unit));
        drawing.add(Rows.zero(y)).add(Rows.bar(y, ruler.bar(bar.value())));
        bar.range().ifPresent(range -> drawing.add(whisker(range, ruler, y + Rows.BAR_TOP + Rows.BAR_HEIGHT / 2)));
        return drawing;
    }

    private static Svg whisker(Range range, Ruler ruler, double middle) {
        String low = Svg.number(Picture.EDGE + ruler.at(range.low()));
        String high = Svg.number(Picture.EDGE + ruler.at(range.high()));
        String cap = "v" + Svg.number(2 * CAP);
        String top = Svg.number(middle - CAP);
        String line = "M" + low + " " + Svg.number(middle) + "H" + high;
        String path = line + "M" + low + " " + top + cap + "M" + high + " " + top + cap;
        return new Svg("g").add(Svg.path("lk-halo", path)).add(Svg.path("lk-line", path));
    }

    private BigDecimal greatest() {
        return bars.stream()
                .flatMap(bar -> Stream.concat(Stream.of(bar.value()), bar.range().map(Range::high).stream()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
