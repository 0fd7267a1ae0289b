package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares that grow in steps with time, such as how many leads were converted by each day after they came: a stepped line for each
 * curve, told apart by colour and dashes. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param end where the axis of time ends, above 0
 * @param unit what its numbers are, such as {@code days}
 * @param curves the curves, 1 to {@link #MOST_CURVES}; none gives a chart with a dash
 */
public record CurveChart(Caption caption, long end, String unit, List<Curve> curves) {

    /** As many curves can be told apart. */
    public static final int MOST_CURVES = 4;

    private static final double HEIGHT = 190;
    private static final double AXIS = 48;
    private static final double LEFT = Picture.EDGE + AXIS;
    private static final double WIDTH = Picture.ROOM - AXIS;
    private static final double SIGN = 22;
    private static final double LINE = 20;
    private static final double APART = 6;
    private static final int MARKS = 4;
    private static final List<String> LOOKS = List.of("lk-curve", "lk-second", "lk-curve", "lk-second");
    private static final List<String> DASHES = List.of("none", "none", "6 4", "2 3");

    /**
     * Keeps a copy of the curves.
     *
     * @param caption what the chart is called and says
     * @param end where the axis of time ends
     * @param unit what its numbers are
     * @param curves the curves
     * @throws IllegalArgumentException if the end is not above 0, or there are too many curves
     */
    public CurveChart {
        curves = List.copyOf(curves);
        if (end <= 0) {
            throw new IllegalArgumentException("end must be above 0, was " + end);
        }
        if (curves.size() > MOST_CURVES) {
            throw new IllegalArgumentException("curves must be at most " + MOST_CURVES + ", was " + curves.size());
        }
    }

    /**
     * One curve. It starts at 0, is level between its points, and ends at its last one.
     *
     * @param name what it stands for; shortened in the drawing when it does not fit
     * @param points the steps in order of their time; may be none
     */
    public record Curve(String name, List<Point> points) {

        /**
         * Keeps a copy of the points.
         *
         * @param name what it stands for
         * @param points the steps
         */
        public Curve {
            points = List.copyOf(points);
        }

        private String spoken(String unit) {
            if (points.isEmpty()) {
                return name + ": \u2013";
            }
            Point last = points.get(points.size() - 1);
            return name + ": " + Unit.PERCENT.write(last.share()) + " after " + Unit.count(last.time()) + " " + unit;
        }
    }

    /**
     * From this time on, the share is this.
     *
     * @param time 0 or more; beyond the axis it is not drawn
     * @param share from 0 to 1
     */
    public record Point(long time, BigDecimal share) {

        /**
         * Checks the point.
         *
         * @param time 0 or more
         * @param share from 0 to 1
         * @throws IllegalArgumentException if one of them is outside
         */
        public Point {
            if (time < 0 || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "a point must have a time from 0 and a share from 0 to 1, was " + time + " and " + share);
            }
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every curve with where it ends.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (curves.isEmpty()) {
            picture.nothing();
            return picture.svg(List.of());
        }
        for (int i = 0; i < curves.size(); i++) {
            legend(picture, i);
        }
        picture.down(4);
        draw(picture);
        return picture.svg(curves.stream().map(curve -> curve.spoken(unit)).toList());
    }

    private void legend(Picture picture, int place) {
        double y = picture.y();
        picture.add(stroke(place, "M" + Svg.number(Picture.EDGE) + " " + Svg.number(y + 6) + "h" + Svg.number(SIGN)));
        Svg where = Svg.text(Picture.EDGE + SIGN + 8, y + 10);
        picture.add(Picture.SMALL.write(curves.get(place).name(), Picture.ROOM - SIGN - 8, where));
        picture.down(LINE);
    }

    private static Svg stroke(int place, String path) {
        return Svg.path(LOOKS.get(place), path).set("stroke-dasharray", DASHES.get(place));
    }

    private void draw(Picture picture) {
        double base = picture.y() + HEIGHT;
        Ticks ticks = Ticks.upTo(greatest());
        Ruler ruler = new Ruler(ticks.top(), HEIGHT);
        for (BigDecimal share : ticks.shares()) {
            double y = base - ruler.at(share);
            String look = share.signum() == 0 ? "lk-line" : "lk-grid";
            picture.add(Svg.path(look, "M" + Svg.number(LEFT) + " " + Svg.number(y) + "h" + Svg.number(WIDTH)));
            Svg text = Svg.textBefore(LEFT - 8, y + 4).set("class", "lk-quiet");
            picture.add(text.set("font-size", Picture.SMALL.size()).say(ticks.write(share)));
        }
        for (int i = 0; i < curves.size(); i++) {
            picture.add(stroke(i, steps(curves.get(i), ruler, base))
                    .hint(curves.get(i).spoken(unit)));
        }
        marks(picture, base);
        picture.down(HEIGHT + 28);
    }

    private BigDecimal greatest() {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .map(Point::share)
                .reduce(BigDecimal.ZERO, BigDecimal::max)
                .setScale(3, RoundingMode.CEILING);
    }

    private String steps(Curve curve, Ruler ruler, double base) {
        StringBuilder path = new StringBuilder("M" + Svg.number(LEFT) + " " + Svg.number(base));
        Ruler time = new Ruler(BigDecimal.valueOf(end), WIDTH);
        for (Point point : curve.points()) {
            if (point.time() <= end) {
                path.append('H').append(Svg.number(LEFT + time.at(BigDecimal.valueOf(point.time()))));
                path.append('V').append(Svg.number(base - ruler.at(point.share())));
            }
        }
        return path.toString();
    }

    private void marks(Picture picture, double base) {
        String last = Picture.SMALL.shorten(Unit.count(end) + " " + unit, WIDTH / 2);
        double lastLeft = LEFT + WIDTH - Picture.SMALL.width(last);
        picture.add(mark(lastLeft, base, last));
        Ruler ruler = new Ruler(BigDecimal.valueOf(end), WIDTH);
        double used = 0;
        for (long time : times()) {
            String text = Unit.count(time);
            double width = Picture.SMALL.width(text);
            double x = Math.max(LEFT, LEFT + ruler.at(BigDecimal.valueOf(time)) - width / 2);
            if (x >= used && x + width + APART <= lastLeft) {
                picture.add(mark(x, base, text));
                used = x + width + APART;
            }
        }
    }

    /** Even times before the end, rounded up to whole numbers. */
    private List<Long> times() {
        long step = end / MARKS + (end % MARKS == 0 ? 0 : 1);
        List<Long> times = new ArrayList<>();
        for (long i = 0; i < MARKS && i * step < end; i++) {
            times.add(i * step);
        }
        return times;
    }

    private static Svg mark(double x, double base, String text) {
        return Svg.text(x, base + 18)
                .set("class", "lk-quiet")
                .set("font-size", Picture.SMALL.size())
                .say(text);
    }
}
