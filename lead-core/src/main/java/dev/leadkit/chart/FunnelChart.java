package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The stages of a way from top to bottom, each with its count, and between two stages the step rate: the count of the
 * stage over that of the stage before. Bars share one scale, whose end is the greatest count. Immutable and
 * thread-safe.
 *
 * @param caption what the chart is called and says
 * @param stages the stages from first to last; none gives a chart with a dash
 */
public record FunnelChart(Caption caption, List<Stage> stages) {

    private static final double ROW = 38;
    private static final double STEP = 31;
    private static final String NO_RATE = "\u2013";

    /**
     * Keeps a copy of the stages.
     *
     * @param caption what the chart is called and says
     * @param stages the stages from first to last
     */
    public FunnelChart {
        stages = List.copyOf(stages);
    }

    /**
     * One stage.
     *
     * @param label its name; shortened in the drawing when it does not fit
     * @param count how many reached it, 0 or more
     */
    public record Stage(String label, long count) {

        /**
         * Checks the count.
         *
         * @param label its name
         * @param count how many reached it
         * @throws IllegalArgumentException if the count is below 0
         */
        public Stage {
            if (count < 0) {
                throw new IllegalArgumentException("count must be 0 or more, was " + count);
            }
        }

        private Row row() {
            return new Row(label, "", Unit.count(count));
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every stage in full, with its step rate in parentheses.
     * A step rate after a stage that nobody reached is a dash; it can be above 100% where leads skip a stage.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (stages.isEmpty()) {
            picture.nothing();
        }
        Rows rows = new Rows(stages.stream().map(Stage::row).toList());
        Ruler ruler = new Ruler(BigDecimal.valueOf(greatest()), Picture.ROOM);
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0) {
                step(picture, i);
            }
            picture.add(rows.write(stages.get(i).row(), picture.y()));
            picture.add(drawn(i, ruler, picture.y()));
            picture.down(ROW);
        }
        return picture.svg(
                IntStream.range(0, stages.size()).mapToObj(this::spoken).toList());
    }

    private void step(Picture picture, int stage) {
        double x = Picture.EDGE + 6;
        String arrow = "M" + Svg.number(x) + " " + Svg.number(picture.y() + 6) + "v12m-4 -4l4 4l4 -4";
        picture.add(Svg.path("lk-line lk-faint", arrow));
        Svg words = Svg.text(x + 12, picture.y() + 16.5).set("class", "lk-quiet");
        picture.add(words.set("font-size", Picture.SMALL.size()).say(rate(stage)));
        picture.down(STEP);
    }

    private Svg drawn(int stage, Ruler ruler, double y) {
        double length = ruler.bar(BigDecimal.valueOf(stages.get(stage).count()));
        return new Svg("g").hint(spoken(stage)).add(Rows.track(y)).add(Rows.bar(y, length));
    }

    private String spoken(int stage) {
        String words = stages.get(stage).row().spoken();
        return stage == 0 ? words : words + " (" + rate(stage) + ")";
    }

    private String rate(int stage) {
        long before = stages.get(stage - 1).count();
        if (before == 0) {
            return NO_RATE;
        }
        BigDecimal count = BigDecimal.valueOf(stages.get(stage).count());
        return Unit.PERCENT.write(count.divide(BigDecimal.valueOf(before), 3, RoundingMode.HALF_EVEN));
    }

    private long greatest() {
        return stages.stream().mapToLong(Stage::count).max().orElse(0);
    }
}
