package dev.leadkit.examples.jdbc.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;

/** How values stand in columns, so that every value comes back as it was on every database. Stateless. */
public final class Cells {

    private static final int NANO_DIGITS = 9;
    /** "Data link escape": a character that means to be this, and that no text has. */
    private static final char ESCAPE = '\u0010';

    private static final int HEX = 16;
    private static final int CODE_DIGITS = 4;

    private Cells() {}

    /**
     * A moment in a column.
     *
     * @param moment the moment
     * @return seconds since 1970 with nine decimals
     */
    public static BigDecimal of(Instant moment) {
        return BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), NANO_DIGITS));
    }

    /**
     * A moment from a column.
     *
     * @param seconds what {@link #of(Instant)} has made
     * @return the moment
     */
    public static Instant moment(BigDecimal seconds) {
        BigDecimal scaled = seconds.movePointRight(NANO_DIGITS);
        BigDecimal[] parts = scaled.divideAndRemainder(BigDecimal.ONE.movePointRight(NANO_DIGITS));
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /**
     * A text in a column. PostgreSQL cannot keep the character 0, and no encoding half a surrogate pair: these are written
     * as the character 16 and four hexadecimal digits, and the character 16 is written twice.
     *
     * @param text any text
     * @return a text that every database keeps; mostly the same
     */
    public static String of(String text) {
        return isPlain(text) ? text : escaped(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == 0 || each == ESCAPE || Character.isSurrogate(each)) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        StringBuilder cell = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == ESCAPE) {
                cell.append(ESCAPE).append(ESCAPE);
            } else if (point == 0 || isHalf(point)) {
                cell.append(ESCAPE).append(HexFormat.of().toHexDigits((char) point));
            } else {
                cell.appendCodePoint(point);
            }
        });
        return cell.toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    /**
     * A text from a column.
     *
     * @param cell what {@link #of(String)} has made
     * @return the text
     */
    public static String text(String cell) {
        if (cell.indexOf(ESCAPE) < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) != ESCAPE) {
                text.append(cell.charAt(i));
            } else if (cell.charAt(i + 1) == ESCAPE) {
                text.append(ESCAPE);
                i++;
            } else {
                text.append((char) Integer.parseInt(cell.substring(i + 1, i + 1 + CODE_DIGITS), HEX));
                i += CODE_DIGITS;
            }
        }
        return text.toString();
    }
}
