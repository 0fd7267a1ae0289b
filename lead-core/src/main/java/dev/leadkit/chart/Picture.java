package dev.leadkit.chart;

import java.util.List;

/** The frame that all charts share: heading, text alternative, style, and the pen that moves down the page. */
final class Picture {

    // Narrow, so that the letters are still readable when a phone shrinks the picture to its screen.
    static final double WIDTH = 400;
    static final double EDGE = 8;
    static final double ROOM = WIDTH - 2 * EDGE;
    static final Lettering SMALL = new Lettering(12.5);

    private static final Lettering TITLE = new Lettering(18);

    // Blue and vermilion of Okabe and Ito (2008), "Color Universal Design"; their lighter partners on a dark ground.
    private static final String STYLE = ".lk-chart{max-width:32rem;height:auto;display:block;"
            + "font-variant-numeric:tabular-nums}"
            + "svg.lk-chart:root{color-scheme:light dark;color:CanvasText;background:Canvas}"
            + ".lk-first{fill:#0072b2;fill:light-dark(#0072b2,#56b4e9)}"
            + ".lk-second{stroke:#d55e00;stroke:light-dark(#d55e00,#f0a04b);stroke-width:2.25;"
            + "stroke-linejoin:round}"
            + ".lk-curve{stroke:#0072b2;stroke:light-dark(#0072b2,#56b4e9);stroke-width:2.25;stroke-linejoin:round}"
            + ".lk-less{fill:#d55e00;fill:light-dark(#d55e00,#f0a04b)}"
            + ".lk-sum{fill-opacity:.55}"
            + ".lk-line{stroke-width:1.5}"
            + ".lk-halo{stroke:Canvas;stroke-width:4.5;stroke-opacity:.8;stroke-linejoin:round}"
            + ".lk-over{stroke:Canvas;stroke-width:4;stroke-linejoin:round;paint-order:stroke}"
            + ".lk-zero{stroke-opacity:.45}"
            + ".lk-grid{stroke-width:.75;stroke-opacity:.2}"
            + ".lk-faint{stroke-opacity:.55}"
            + ".lk-quiet{fill-opacity:.7}";

    private final Caption caption;
    private final Svg drawing = new Svg("g");
    private double y = EDGE;

    Picture(Caption caption) {
        this.caption = caption;
        heading(TITLE, TITLE.wrap(caption.title(), ROOM, 2), new Svg("g").set("font-weight", "600"));
        if (!caption.description().isEmpty()) {
            down(4);
            heading(SMALL, SMALL.wrap(caption.description(), ROOM, 3), new Svg("g").set("class", "lk-quiet"));
        }
        down(18);
    }

    double y() {
        return y;
    }

    void down(double units) {
        y += units;
    }

    void add(Svg element) {
        drawing.add(element);
    }

    /** A chart without data shows a dash, which needs no translation. */
    void nothing() {
        add(Svg.track(new Box(EDGE, y, ROOM, 56)));
        add(Svg.textAround(WIDTH / 2, y + 33).set("class", "lk-quiet").say("\u2013"));
        down(56);
    }

    /** The finished picture; {@code figures} are the sentences that say what the drawing shows. */
    String svg(List<String> figures) {
        return new Svg("svg")
                .set("xmlns", "http://www.w3.org/2000/svg")
                .set("class", "lk-chart")
                .set("role", "img")
                .set("viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(y + EDGE))
                .set("width", "100%")
                .set("direction", "ltr")
                .set("fill", "currentColor")
                .set("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif")
                .set("font-size", 14)
                .add(new Svg("title").say(caption.title()))
                .add(new Svg("desc").say(alternative(figures)))
                .add(new Svg("style").say(STYLE))
                .add(drawing)
                .toString();
    }

    private String alternative(List<String> figures) {
        String figured = String.join("; ", figures);
        boolean both = !caption.description().isEmpty() && !figured.isEmpty();
        return caption.description() + (both ? " " : "") + figured;
    }

    private void heading(Lettering lettering, List<String> lines, Svg group) {
        group.set("font-size", lettering.size());
        for (String line : lines) {
            down(lettering.size() * 1.3);
            group.add(Svg.text(EDGE, y - lettering.size() * 0.3).say(line));
        }
        add(group);
    }
}
