package dev.leadkit.chart;

import java.math.BigDecimal;
import java.util.List;

/** The plane of a histogram: axes, columns and the stepped line. */
final class Plot {

    private static final double HEIGHT = 190;
    private static final double AXIS = 48;
    private static final double LEFT = Picture.EDGE + AXIS;
    private static final double WIDTH = Picture.ROOM - AXIS;

    private final List<String> labels;
    private final Series columns;
    private final Series line;
    private final Ticks ticks;
    private final double step;

    Plot(List<String> labels, Series columns, Series line) {
        this.labels = labels;
        this.columns = columns;
        this.line = line;
        this.ticks = Ticks.upTo(columns.greatestShare().max(line.greatestShare()));
        this.step = WIDTH / labels.size();
    }

    void draw(Picture picture, List<String> hints) {
        double base = picture.y() + HEIGHT;
        Ruler ruler = new Ruler(ticks.top(), HEIGHT);
        drawGrid(picture, ruler, base);
        drawColumns(picture, ruler, base);
        if (!line.isEmpty()) {
            // Where the line crosses columns, only the ground around it keeps the two colours apart.
            picture.add(Svg.path("lk-halo", steps(ruler, base)));
            picture.add(Svg.path("lk-second", steps(ruler, base)));
        }
        drawLabels(picture, base);
        drawHints(picture, hints);
        picture.down(HEIGHT + 26);
    }

    private void drawGrid(Picture picture, Ruler ruler, double base) {
        for (BigDecimal share : ticks.shares()) {
            double y = base - ruler.at(share);
            String look = share.signum() == 0 ? "lk-line" : "lk-grid";
            picture.add(Svg.path(look, "M" + Svg.number(LEFT) + " " + Svg.number(y) + "h" + Svg.number(WIDTH)));
            Svg text = Svg.textBefore(LEFT - 8, y + 4).set("class", "lk-quiet");
            picture.add(text.set("font-size", Picture.SMALL.size()).say(ticks.write(share)));
        }
    }

    private void drawColumns(Picture picture, Ruler ruler, double base) {
        double gap = Math.min(2, step / 5);
        List<BigDecimal> shares = columns.shares();
        for (int i = 0; i < shares.size(); i++) {
            double height = ruler.bar(shares.get(i));
            Box box = new Box(LEFT + i * step + gap / 2, base - height, step - gap, height);
            picture.add(Svg.box("lk-first", box));
        }
    }

    private String steps(Ruler ruler, double base) {
        StringBuilder path = new StringBuilder("M" + Svg.number(LEFT) + " " + Svg.number(base));
        double x = LEFT;
        for (BigDecimal share : line.shares()) {
            x += step;
            path.append('V').append(Svg.number(base - ruler.at(share)));
            path.append('H').append(Svg.number(x));
        }
        return path.append('V').append(Svg.number(base)).toString();
    }

    private void drawLabels(Picture picture, double base) {
        double room = Math.max(step, WIDTH / 4);
        double widest = Math.min(room, Picture.SMALL.widest(labels) + 10);
        int every = (int) Math.ceil(widest / step);
        // A wide label under one of the last bins would stand out over the edge of the picture.
        double last = WIDTH + Picture.EDGE - widest / 2;
        for (int i = 0; i < labels.size() && (i + 0.5) * step <= last; i += every) {
            Svg where = Svg.textAround(LEFT + (i + 0.5) * step, base + 18).set("class", "lk-quiet");
            picture.add(Picture.SMALL.write(labels.get(i), room, where));
        }
    }

    // A bin can be a thin sliver: its whole height answers the pointer.
    private void drawHints(Picture picture, List<String> hints) {
        for (int i = 0; i < hints.size(); i++) {
            Svg area = Svg.box("lk-area", new Box(LEFT + i * step, picture.y(), step, HEIGHT));
            picture.add(area.set("fill", "none").set("pointer-events", "all").hint(hints.get(i)));
        }
    }
}
