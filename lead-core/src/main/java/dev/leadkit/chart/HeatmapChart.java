package dev.leadkit.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares in rows and columns, the greater the darker, such as how many of each month's leads were converted after one, two and three
 * months. A cell that cannot be told yet is a dash on a faint ground, never a light colour. Immutable and thread-safe.
 *
 * @param caption what the chart is called and says
 * @param columns what the columns stand for, from left to right; at least one
 * @param lines the rows from top to bottom; none gives a chart with a dash
 */
public record HeatmapChart(Caption caption, List<String> columns, List<Line> lines) {

    private static final double LABELS = 120;
    private static final double LEFT = Picture.EDGE + LABELS;
    private static final double HEIGHT = 26;
    private static final double GAP = 2;
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
            return note.isEmpty() ? label : label + " (" + note + ")";
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
        lines.forEach(line -> draw(line, picture));
        return picture.svg(lines.stream().map(this::spoken).toList());
    }

    private double pitch() {
        return (Picture.ROOM - LABELS) / columns.size();
    }

    private void heads(Picture picture) {
        double widest = Picture.SMALL.widest(columns) + GAP;
        int every = (int) Math.max(1, Math.ceil(Math.min(widest, Picture.ROOM / 3) / pitch()));
        for (int i = 0; i + every <= columns.size() || i == 0; i += every) {
            Svg where = Svg.text(LEFT + i * pitch(), picture.y() + 10).set("class", "lk-quiet");
            picture.add(Picture.SMALL.write(columns.get(i), every * pitch() - GAP, where));
        }
        picture.down(18);
    }

    private void draw(Line line, Picture picture) {
        double y = picture.y();
        Svg label = Svg.text(Picture.EDGE, y + HEIGHT / 2 + 4);
        picture.add(Picture.SMALL.write(line.head(), LABELS - 6, label));
        for (int i = 0; i < line.cells().size(); i++) {
            Box box = new Box(LEFT + i * pitch(), y, Math.max(0, pitch() - Math.min(GAP, pitch() / 4)), HEIGHT - GAP);
            picture.add(cell(box, line.cells().get(i)).hint(line.label() + ", " + cell(line, i)));
            words(box, line.cells().get(i)).ifPresent(picture::add);
        }
        picture.down(HEIGHT);
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

    /** The figure within its cell, as far as there is room. */
    private static Optional<Svg> words(Box box, Optional<BigDecimal> share) {
        String text = share.map(known -> Unit.COUNT.write(known.movePointRight(2)) + "%")
                .orElse("\u2013");
        if (Picture.SMALL.width(text) > box.width()) {
            return Optional.empty();
        }
        Svg where = Svg.textAround(box.x() + box.width() / 2, box.y() + box.height() / 2 + 4)
                .set("class", share.isPresent() ? "lk-over" : "lk-quiet")
                .set("font-size", Picture.SMALL.size());
        return Optional.of(where.say(text));
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
