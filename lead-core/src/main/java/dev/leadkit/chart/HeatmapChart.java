package dev.leadkit.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shares in rows and columns, the greater the darker, such as how many of each month's leads were converted after one, two and three
 * months. A cell that cannot be told yet is a dash on a faint ground, never a light colour. The others have their figures in whole
 * percent, without the sign where it has no room, and all of them or none. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param columns what the columns stand for, from left to right; at least one. Past 21 columns those that have no room are left out
 * @param lines the rows from top to bottom; none gives a chart with a dash
 */
public record HeatmapChart(Caption caption, List<String> columns, List<Line> lines) {

    private static final double LABELS = 120;
    private static final double LEFT = Picture.EDGE + LABELS;
    private static final double HEIGHT = 26;
    private static final double GAP = 2;
    private static final double TALLEST = 110;
    private static final String PERCENT = "%";
    private static final String DASH = "\u2013";
    private static final BigDecimal HALF_A_PERCENT = new BigDecimal("0.005");
    private static final double FAINTEST = 0.06;
    private static final double DARKEST = 0.7;

    /**
     * Keeps copies of the lists.
     *
     * @param caption what the chart is called and says
     * @param columns what the columns stand for
     * @param lines the rows
     * @throws IllegalArgumentException if there is no column, or a row has more cells than there are columns
     */
    public HeatmapChart {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("columns must be at least one, was none");
        }
        for (Line line : lines) {
            if (line.cells().size() > columns.size()) {
                throw new IllegalArgumentException("cells must be at most " + columns.size() + ", was "
                        + line.cells().size());
            }
        }
    }

    /**
     * One row.
     *
     * @param label what it stands for; shortened in the drawing when it does not fit
     * @param note what it rests on, such as the number of leads; may be empty
     * @param cells the shares of 1 from left to right, empty for one that cannot be told; columns beyond the last cell stay blank
     */
    public record Line(String label, String note, List<Optional<BigDecimal>> cells) {

        /**
         * Keeps a copy of the cells.
         *
         * @param label what it stands for
         * @param note what it rests on
         * @param cells the shares
         */
        public Line {
            cells = List.copyOf(cells);
        }

        private String head() {
            return label + tail();
        }

        private String tail() {
            return note.isEmpty() ? "" : " (" + note + ")";
        }
    }

    /**
     * The chart as one SVG element. Its text alternative names every row with all its cells.
     *
     * @return a well-formed SVG element without XML declaration, to be put into an HTML page or a file in UTF-8
     */
    public String svg() {
        Picture picture = new Picture(caption);
        if (lines.isEmpty()) {
            picture.nothing();
            return picture.svg(List.of());
        }
        heads(picture);
        Optional<String> sign = sign(pitch() - GAP);
        lines.forEach(line -> draw(line, sign, picture));
        return picture.svg(lines.stream().map(this::spoken).toList());
    }

    private double pitch() {
        return (Picture.ROOM - LABELS) / columns.size();
    }

    /** Lying where each has room above its column; otherwise standing, as long as a line of text has room there. */
    private void heads(Picture picture) {
        double widest = Picture.SMALL.widest(columns) + GAP;
        if (widest > pitch() && pitch() < TALLEST && pitch() >= Picture.SMALL.size()) {
            standing(picture, Math.min(widest, TALLEST));
        } else {
            lying(picture, (int) Math.max(1, Math.ceil(Math.min(widest, Picture.ROOM / 3) / pitch())));
        }
    }

    private void standing(Picture picture, double height) {
        picture.down(height);
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + (i + 0.5) * pitch() + Picture.SMALL.size() / 3;
            double y = picture.y() - GAP;
            Svg where = Svg.text(x, y)
                    .set("class", "lk-quiet")
                    .set("transform", "rotate(-90 " + Svg.number(x) + " " + Svg.number(y) + ")");
            picture.add(Picture.SMALL.write(columns.get(i), height - GAP, where));
        }
        picture.down(2 * GAP);
    }

    private void lying(Picture picture, int every) {
        for (int i = 0; i + every <= columns.size() || i == 0; i += every) {
            Svg where = Svg.text(LEFT + i * pitch(), picture.y() + 10).set("class", "lk-quiet");
            picture.add(Picture.SMALL.write(columns.get(i), every * pitch() - GAP, where));
        }
        picture.down(18);
    }

    private void draw(Line line, Optional<String> sign, Picture picture) {
        double y = picture.y();
        picture.add(label(line, Svg.text(Picture.EDGE, y + HEIGHT / 2 + 4)));
        for (int i = 0; i < line.cells().size(); i++) {
            Box box = new Box(LEFT + i * pitch(), y, Math.max(0, pitch() - Math.min(GAP, pitch() / 4)), HEIGHT - GAP);
            picture.add(cell(box, line.cells().get(i)).hint(line.label() + ", " + cell(line, i)));
            words(box, line.cells().get(i), sign).ifPresent(picture::add);
        }
        picture.down(HEIGHT);
    }

    /** A label that is too long is cut, not what it rests on; both, where that alone takes most of the room. */
    private static Svg label(Line line, Svg where) {
        double room = LABELS - 6;
        double rest = room - Picture.SMALL.width(line.tail());
        if (rest < room / 4 || Picture.SMALL.width(line.head()) <= room) {
            return Picture.SMALL.write(line.head(), room, where);
        }
        String shown = Picture.SMALL.shorten(line.label(), rest) + line.tail();
        return where.hint(line.head()).set("font-size", Picture.SMALL.size()).say(shown);
    }

    private Svg cell(Box box, Optional<BigDecimal> share) {
        return share.map(known -> Svg.box("lk-first", box).set("fill-opacity", opacity(known)))
                .orElseGet(() -> Svg.track(box));
    }

    private double opacity(BigDecimal share) {
        return FAINTEST + new Ruler(greatest(), DARKEST).at(share);
    }

    private BigDecimal greatest() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** What stands behind the figures of all cells, or nothing where they have no room even without it; then none is drawn. */
    private Optional<String> sign(double room) {
        double widest = Picture.SMALL.widest(lines.stream()
                .flatMap(line -> line.cells().stream())
                .flatMap(Optional::stream)
                .map(HeatmapChart::whole)
                .toList());
        return Stream.of(PERCENT, "")
                .filter(sign -> widest + Picture.SMALL.width(sign) <= room)
                .findFirst();
    }

    private static Optional<Svg> words(Box box, Optional<BigDecimal> share, Optional<String> sign) {
        Svg where = Svg.textAround(box.x() + box.width() / 2, box.y() + box.height() / 2 + 4)
                .set("class", share.isPresent() ? "lk-over" : "lk-quiet")
                .set("font-size", Picture.SMALL.size());
        if (share.isEmpty()) {
            return Picture.SMALL.width(DASH) > box.width() ? Optional.empty() : Optional.of(where.say(DASH));
        }
        return sign.map(behind -> where.say(whole(share.get()) + behind));
    }

    /** In whole percent; what is little is not nothing, and almost all not all. */
    private static String whole(BigDecimal share) {
        if (share.signum() > 0 && share.compareTo(HALF_A_PERCENT) <= 0) {
            return "<1";
        }
        BigDecimal missing = BigDecimal.ONE.subtract(share);
        boolean almost = missing.signum() > 0 && missing.compareTo(HALF_A_PERCENT) <= 0;
        return almost ? ">99" : Unit.COUNT.write(share.movePointRight(2));
    }

    private String spoken(Line line) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < line.cells().size(); i++) {
            cells.add(cell(line, i));
        }
        return line.head() + ": " + String.join(", ", cells);
    }

    private String cell(Line line, int column) {
        return columns.get(column) + " "
                + line.cells().get(column).map(Unit.PERCENT::write).orElse("\u2013");
    }
}
