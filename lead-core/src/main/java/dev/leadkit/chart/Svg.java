package dev.leadkit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One SVG element under construction: the only place where markup is written and text is escaped. Attributes stand in
 * the order in which they were set.
 */
final class Svg {

    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final StringBuilder content = new StringBuilder();

    Svg(String name) {
        this.name = name;
    }

    static Svg box(String look, Box box) {
        return new Svg("rect")
                .set("class", look)
                .set("x", box.x())
                .set("y", box.y())
                .set("width", box.width())
                .set("height", box.height());
    }

    /** The faint ground that a bar lies on. */
    static Svg track(Box box) {
        return box("lk-track", box).set("rx", 2).set("fill-opacity", 0.08);
    }

    static Svg path(String look, String steps) {
        return new Svg("path")
                .set("class", look)
                .set("fill", "none")
                .set("stroke", "currentColor")
                .set("d", steps);
    }

    static Svg text(double x, double y) {
        return new Svg("text").set("x", x).set("y", y);
    }

    static Svg textBefore(double x, double y) {
        return text(x, y).set("text-anchor", "end");
    }

    static Svg textAround(double x, double y) {
        return text(x, y).set("text-anchor", "middle");
    }

    Svg set(String key, double value) {
        return set(key, number(value));
    }

    Svg set(String key, String value) {
        attributes.append(' ').append(key).append("=\"").append(escape(value)).append('"');
        return this;
    }

    Svg say(String text) {
        content.append(escape(text));
        return this;
    }

    Svg add(Svg child) {
        content.append(child);
        return this;
    }

    /** Adds the full text that a pointer or a screen reader gets. */
    Svg hint(String text) {
        return add(new Svg("title").say(text));
    }

    /** Two digits after the point at most: half of a hundredth of a unit cannot be seen. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> escape(point, safe));
        return safe.toString();
    }

    private static void escape(int point, StringBuilder safe) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\t', '\n', '\r' -> safe.append(' ');
            case 0x200E, 0x200F, 0x061C -> {
                // Marks of direction have no look of their own.
            }
            default -> safe.appendCodePoint(isReadable(point) && !turns(point) ? point : REPLACEMENT);
        }
    }

    /** Embeddings, overrides and isolates: with them a name could turn around the text that follows it. */
    private static boolean turns(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    // XML 1.0 has no way to write the other code points, escaped or not.
    static boolean isReadable(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }

    @Override
    public String toString() {
        return "<" + name + attributes + (content.isEmpty() ? "/>" : ">" + content + "</" + name + ">");
    }
}
