package dev.leadkit.chart;

import java.util.List;

/** Writes the words of bars so that their notes and figures stand in columns. */
final class Rows {

    /** From the top of a row to the top of its bar. */
    static final double BAR_TOP = 21;

    static final double BAR_HEIGHT = 14;

    private static final Lettering BODY = new Lettering(14);
    private static final double BASELINE = 13;
    private static final double GAP = 16;
    private static final double NOTE_LIMIT = 120;

    private final double noteEnd;
    private final double noteRoom;
    private final double labelRoom;

    Rows(List<Row> rows) {
        double figures = BODY.widest(rows.stream().map(Row::figure).toList());
        double notes = Picture.SMALL.widest(rows.stream().map(Row::note).toList());
        this.noteRoom = Math.min(NOTE_LIMIT, notes);
        this.noteEnd = Picture.WIDTH - Picture.EDGE - figures - GAP;
        this.labelRoom = noteEnd - Picture.EDGE - (noteRoom > 0 ? noteRoom + GAP : 0);
    }

    Svg write(Row row, double y) {
        Svg words = new Svg("g").add(BODY.write(row.label(), labelRoom, Svg.text(Picture.EDGE, y + BASELINE)));
        if (!row.note().isEmpty()) {
            Svg note = Svg.textBefore(noteEnd, y + BASELINE).set("class", "lk-quiet");
            words.add(Picture.SMALL.write(row.note(), noteRoom, note));
        }
        Svg figure = Svg.textBefore(Picture.WIDTH - Picture.EDGE, y + BASELINE).set("font-weight", "600");
        return words.add(figure.say(row.figure()));
    }

    static Svg track(double y) {
        return Svg.track(place(y, Picture.ROOM));
    }

    /** The line that bars start from, so that an empty bar is still seen to be one. */
    static Svg zero(double y) {
        String start = Svg.number(Picture.EDGE) + " " + Svg.number(y + BAR_TOP - 3);
        return Svg.path("lk-zero", "M" + start + "v" + Svg.number(BAR_HEIGHT + 6));
    }

    static Svg bar(double y, double length) {
        return Svg.box("lk-first", place(y, length)).set("rx", 2);
    }

    private static Box place(double y, double length) {
        return new Box(Picture.EDGE, y + BAR_TOP, length, BAR_HEIGHT);
    }
}
