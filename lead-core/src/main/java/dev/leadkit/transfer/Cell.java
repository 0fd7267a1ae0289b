package dev.leadkit.transfer;

import dev.leadkit.capture.ColumnName;
import java.util.HexFormat;

/**
 * Any text as a cell of CSV from which it is read exactly, whatever spreadsheets and mappings do to blanks and to what looks like
 * a formula. Most texts are written as they are. One that begins with an apostrophe gets another before it, as what looks like
 * a formula gets one from {@link dev.leadkit.csv.CsvOutput}: so of a cell that begins with an apostrophe the rest is the text. A
 * text that would not survive even so is written <code>'"text"</code>, with odd characters as <code>&#92;u0000</code>.
 */
final class Cell {

    /** Stands for a field that was cleared. */
    static final String CLEARED = "<clear>";

    private static final char MARK = '\'';
    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';
    private static final int UNICODE = 6;

    private Cell() {}

    static String of(String text) {
        if (text.isEmpty() || !text.equals(ColumnName.of(text)) || isOdd(text)) {
            return MARK + quoted(text);
        }
        return text.charAt(0) == MARK || text.equals(CLEARED) ? MARK + text : text;
    }

    /** What NUL and halves of characters cannot survive is the encoding of a file. */
    private static boolean isOdd(String text) {
        return text.indexOf('\0') >= 0
                || text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)
                || (text.length() > 1 && text.charAt(0) == MARK && text.charAt(1) == QUOTE);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder().append(QUOTE);
        text.chars().forEach(c -> append((char) c, quoted));
        return quoted.append(QUOTE).toString();
    }

    private static void append(char c, StringBuilder quoted) {
        if (c == ESCAPE) {
            quoted.append(ESCAPE).append(ESCAPE);
        } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
            quoted.append(ESCAPE).append('u').append(HexFormat.of().toHexDigits(c));
        } else {
            quoted.append(c);
        }
    }

    /** The text of a cell, which may have lost the white space at its ends. */
    static String text(String cell) {
        if (cell.isEmpty() || cell.charAt(0) != MARK) {
            return cell;
        }
        boolean quoted = cell.length() > 2 && cell.charAt(1) == QUOTE && cell.charAt(cell.length() - 1) == QUOTE;
        return quoted ? unquoted(cell.substring(2, cell.length() - 1)) : cell.substring(1);
    }

    private static String unquoted(String quoted) {
        StringBuilder text = new StringBuilder(quoted.length());
        int i = 0;
        while (i < quoted.length()) {
            char c = quoted.charAt(i);
            if (c != ESCAPE || i + 1 == quoted.length()) {
                text.append(c);
                i++;
            } else if (quoted.charAt(i + 1) == 'u' && isHex(quoted, i + 2)) {
                text.append((char) HexFormat.fromHexDigits(quoted, i + 2, i + UNICODE));
                i += UNICODE;
            } else {
                text.append(quoted.charAt(i + 1));
                i += 2;
            }
        }
        return text.toString();
    }

    private static boolean isHex(String text, int from) {
        return text.length() >= from + 4
                && text.substring(from, from + 4).chars().allMatch(HexFormat::isHexDigit);
    }
}
