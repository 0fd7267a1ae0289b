package dev.leadkit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How far each one came: a row for each, with a field for each hurdle, filled as far as it was taken, in another colour where it was not, and
 * why. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param hurdles their names in the order in which they are taken
 * @param runners who ran, from top to bottom; none gives a chart with a dash
 */
public record HurdleChart(Caption caption, List<String> hurdles, List<Runner> runners) {

    private static final double WIDEST_GAP = 3;
    private static final double GAP_SHARE = 0.25;
    private static final double LINE = 16;
    private static final double AFTER = 12;
    private static final int MOST_LINES = 2;

    /**
     * Keeps copies of the lists.
     *
     * @param caption what the chart is called and says
     * @param hurdles their names; at least one
     * @param runners who ran; none took more hurdles than there are
     */
    public HurdleChart {
        hurdles = List.copyOf(hurdles);
        runners = List.copyOf(runners);
        if (hurdles.isEmpty()) {
            throw new IllegalArgumentException("hurdles must be at least one, was none");
        }
        for (Runner runner : runners) {
            if (runner.taken() > hurdles.size()) {
                throw new IllegalArgumentException(
                        "hurdles taken must be at most " + hurdles.size() + ", was " + runner.taken());
            }
        }
    }

    /**
     * One who ran.
     *
     * @param label who
     * @param taken how many hurdles were taken, from 0 up
     * @param why why it went no further, or what is to be said of who took all; may be empty
     */
    public record Runner(String label, int taken, String why) {

        /**
         * Makes a runner.
         *
         * @param label who
         * @param taken how many hurdles were taken, from 0 up
         * @param why why it went no further; may be empty
         */
        public Runner {
            if (taken < 0) {
                throw new IllegalArgumentException("hurdles taken must be 0 or more, was " + taken);
            }
        }
    }

    /**
     * The chart as one SVG element. Its text alternative says of each one where and why it ended.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (runners.isEmpty()) {
            picture.nothing();
        }
        Rows rows = new Rows(runners.stream().map(this::row).toList());
        for (Runner runner : runners) {
            picture.add(rows.write(row(runner), picture.y()));
            picture.add(track(runner, picture.y()));
            picture.down(Rows.BAR_TOP + Rows.BAR_HEIGHT);
            why(runner, picture);
            picture.down(AFTER);
        }
        return picture.svg(runners.stream().map(this::spoken).toList());
    }

    private Row row(Runner runner) {
        int taken = runner.taken();
        return new Row(runner.label(), taken == hurdles.size() ? "" : hurdles.get(taken), taken + "/" + hurdles.size());
    }

    private String spoken(Runner runner) {
        return row(runner).spoken() + (runner.why().isEmpty() ? "" : ", " + runner.why());
    }

    private Svg track(Runner runner, double y) {
        Svg track = new Svg("g").hint(spoken(runner));
        double pitch = Picture.ROOM / hurdles.size();
        double width = pitch - Math.min(WIDEST_GAP, GAP_SHARE * pitch);
        for (int i = 0; i < hurdles.size(); i++) {
            Box field = new Box(Picture.EDGE + i * pitch, y + Rows.BAR_TOP, width, Rows.BAR_HEIGHT);
            track.add(field(runner, i, field).hint(hurdles.get(i)));
        }
        return track;
    }

    private static Svg field(Runner runner, int hurdle, Box box) {
        if (hurdle > runner.taken()) {
            return Svg.track(box);
        }
        return Svg.box(hurdle < runner.taken() ? "lk-first" : "lk-less", box).set("rx", 2);
    }

    private static void why(Runner runner, Picture picture) {
        List<String> lines =
                runner.why().isBlank() ? new ArrayList<>() : Picture.SMALL.wrap(runner.why(), Picture.ROOM, MOST_LINES);
        for (String line : lines) {
            picture.down(LINE);
            picture.add(Svg.text(Picture.EDGE, picture.y())
                    .set("class", "lk-quiet")
                    .set("font-size", Picture.SMALL.size())
                    .say(line));
        }
    }
}
