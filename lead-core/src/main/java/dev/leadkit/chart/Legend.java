package dev.leadkit.chart;

/** Says which shape of a histogram stands for which distribution. */
final class Legend {

    private static final double HALF = Picture.ROOM / 2;
    private static final double SIGN = 16;
    private static final double GAP = 8;
    private static final double HEIGHT = 12;

    private Legend() {}

    static void draw(Picture picture, Series columns, Series line) {
        double y = picture.y();
        picture.add(Svg.box("lk-first", new Box(Picture.EDGE, y, SIGN, HEIGHT)).set("rx", 2));
        picture.add(words(columns, Picture.EDGE, y));
        double left = Picture.EDGE + HALF;
        String step = "M" + Svg.number(left) + " " + Svg.number(y + HEIGHT - 1) + "h5v-9h6v5h5";
        picture.add(Svg.path("lk-second", step));
        picture.add(words(line, left, y));
        picture.down(HEIGHT + 20);
    }

    private static Svg words(Series series, double left, double y) {
        String total = Unit.COUNT.write(series.total());
        double room = HALF - SIGN - 3 * GAP - Picture.SMALL.width(total);
        String name = Picture.SMALL.shorten(series.name(), room);
        return Svg.text(left + SIGN + GAP, y + 10.5)
                .set("font-size", Picture.SMALL.size())
                .hint(series.name())
                .say(name)
                .add(new Svg("tspan").set("dx", 7).set("class", "lk-quiet").say(total));
    }
}
