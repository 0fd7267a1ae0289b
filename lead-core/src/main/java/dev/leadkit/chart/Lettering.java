package dev.leadkit.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how wide a text becomes at a font size. No font is at hand when the picture is written, so the widths are
 * those of a wide typeface: what fits here fits everywhere.
 */
record Lettering(double size) {

    private static final String ELLIPSIS = "\u2026";
    private static final String NARROW = "iIjl.,:;'|!()[] ftr\u00A0";
    private static final String WIDE = "mwMW@%\u2026";

    double width(String text) {
        return text.codePoints().mapToDouble(Lettering::share).sum() * size;
    }

    double widest(List<String> texts) {
        return texts.stream().mapToDouble(this::width).max().orElse(0);
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    String shorten(String text, double room) {
        return width(text) <= room
                ? text
                : beginning(text, room - width(ELLIPSIS)).strip() + ELLIPSIS;
    }

    /** Writes as much of the text as fits; what is cut off stays readable as a hint. */
    Svg write(String text, double room, Svg where) {
        String shown = shorten(text, room);
        Svg whole = shown.equals(text) ? where : where.hint(text);
        return whole.set("font-size", size).say(shown);
    }

    /** Breaks at spaces into at most so many lines; the last is shortened when the text is longer. */
    List<String> wrap(String text, double room, int lines) {
        List<String> wrapped = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean breaks = !line.isEmpty() && wrapped.size() < lines - 1 && width(longer) > room;
            if (breaks) {
                wrapped.add(shorten(line, room));
            }
            line = breaks ? word : longer;
        }
        wrapped.add(shorten(line, room));
        return wrapped;
    }

    private String beginning(String text, double room) {
        double used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += share(point) * size;
            if (used > room) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static double share(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (NARROW.indexOf(point) >= 0) {
            return 0.36;
        }
        // From 0x1100 on come the scripts whose letters fill a square, as does what stands for an unreadable one.
        if (WIDE.indexOf(point) >= 0 || point >= 0x1100 || !Svg.isReadable(point)) {
            return 1;
        }
        return Character.isUpperCase(point) ? 0.72 : 0.6;
    }
}
