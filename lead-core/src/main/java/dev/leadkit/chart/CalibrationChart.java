package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What was foretold against what came: a dot for each group of forecasts, on the diagonal where both agree, with the range in which
 * the true share is expected. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param foretold the name of the axis from left to right
 * @param came the name of the axis from bottom to top
 * @param dots the dots; none gives a chart with a dash
 */
public record CalibrationChart(Caption caption, String foretold, String came, List<Dot> dots) {

    private static final double SIDE = 240;
    private static final double AXIS = 48;
    private static final double LEFT = Picture.EDGE + AXIS;
    private static final double RADIUS = 4.5;

    /**
     * Keeps a copy of the dots.
     *
     * @param caption what the chart is called and says
     * @param foretold the name of the axis from left to right
     * @param came the name of the axis from bottom to top
     * @param dots the dots
     */
    public CalibrationChart {
        dots = List.copyOf(dots);
    }

    /**
     * One group of forecasts.
     *
     * @param foretold the mean forecast, from 0 to 1
     * @param came the share that came true, from 0 to 1
     * @param range where the true share is expected; may be empty
     * @param note what it rests on, such as the number of leads
     */
    public record Dot(BigDecimal foretold, BigDecimal came, Optional<BarChart.Range> range, String note) {

        /**
         * Checks the shares.
         *
         * @param foretold the mean forecast
         * @param came the share that came true
         * @param range where the true share is expected
         * @param note what it rests on
         * @throws IllegalArgumentException if a share is outside of 0 to 1
         */
        public Dot {
            if (!isShare(foretold) || !isShare(came)) {
                throw new IllegalArgumentException("shares must be from 0 to 1, was " + foretold + " and " + came);
            }
        }

        private static boolean isShare(BigDecimal figure) {
            return figure.signum() >= 0 && figure.compareTo(BigDecimal.ONE) <= 0;
        }

        private BigDecimal greatest() {
            return range.map(BarChart.Range::high)
                    .orElse(came)
                    .max(foretold)
                    .max(came)
                    .min(BigDecimal.ONE);
        }

        private String spoken() {
            return Unit.PERCENT.write(foretold) + " foretold, " + Unit.PERCENT.write(came) + " came"
                    + (note.isEmpty() ? "" : ", " + note);
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every dot.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (dots.isEmpty()) {
            picture.nothing();
            return picture.svg(List.of());
        }
        Svg up = Svg.text(Picture.EDGE, picture.y() + 4).set("class", "lk-quiet");
        picture.add(Picture.SMALL.write(came, Picture.ROOM, up));
        picture.down(18);
        draw(picture);
        return picture.svg(dots.stream().map(Dot::spoken).toList());
    }

    private void draw(Picture picture) {
        double base = picture.y() + SIDE;
        Ticks ticks = Ticks.upTo(dots.stream()
                .map(Dot::greatest)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .setScale(3, RoundingMode.CEILING));
        Ruler ruler = new Ruler(ticks.top(), SIDE);
        grid(picture, ticks, ruler, base);
        String diagonal = "M" + Svg.number(LEFT) + " " + Svg.number(base) + "L" + Svg.number(LEFT + SIDE) + " "
                + Svg.number(base - SIDE);
        picture.add(Svg.path("lk-faint", diagonal).set("stroke-dasharray", "4 4"));
        dots.forEach(dot -> picture.add(dot(dot, ruler, base)));
        Svg along = Svg.text(LEFT, base + 40).set("class", "lk-quiet");
        picture.add(Picture.SMALL.write(foretold, Picture.ROOM - AXIS, along));
        picture.down(SIDE + 46);
    }

    private static void grid(Picture picture, Ticks ticks, Ruler ruler, double base) {
        for (BigDecimal share : ticks.shares()) {
            double at = ruler.at(share);
            String look = share.signum() == 0 ? "lk-line" : "lk-grid";
            picture.add(Svg.path(look, "M" + Svg.number(LEFT) + " " + Svg.number(base - at) + "h" + Svg.number(SIDE)));
            picture.add(text(Svg.textBefore(LEFT - 8, base - at + 4), ticks.write(share)));
            if (share.signum() > 0) {
                picture.add(text(Svg.textAround(LEFT + at, base + 18), ticks.write(share)));
            }
        }
    }

    private static Svg text(Svg where, String text) {
        return where.set("class", "lk-quiet")
                .set("font-size", Picture.SMALL.size())
                .say(text);
    }

    private static Svg dot(Dot dot, Ruler ruler, double base) {
        double x = LEFT + ruler.at(dot.foretold());
        Svg group = new Svg("g").hint(dot.spoken());
        dot.range()
                .ifPresent(ends -> group.add(Svg.path(
                        "lk-line",
                        "M" + Svg.number(x) + " " + Svg.number(base - ruler.at(ends.low())) + "V"
                                + Svg.number(base - ruler.at(ends.high())))));
        double y = base - ruler.at(dot.came());
        return group.add(Svg.box("lk-first", new Box(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS))
                .set("rx", RADIUS));
    }
}
