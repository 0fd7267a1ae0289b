package dev.leadkit.capture;

import java.text.Normalizer;

/** The converters of texts and names, and how texts are cleaned. */
final class TextConverters {

    private static final int LONGEST_CELL = 32_767;

    private TextConverters() {}

    static Converter<String> text(ConverterParameters parameters) {
        int longest = parameters.whole("longest", 1, LONGEST_CELL);
        return text -> bounded(clean(text), longest);
    }

    static Converter<String> name(ConverterParameters parameters) {
        int longest = parameters.whole("longest", 1, LONGEST_CELL);
        return text -> bounded(NameCase.restore(clean(text)), longest);
    }

    private static Conversion<String> bounded(String text, int longest) {
        if (text.isEmpty()) {
            return Conversion.missing();
        }
        return text.length() > longest
                ? Conversion.faulty("a text of at most " + longest + " characters")
                : Conversion.of(text);
    }

    /** The text in NFC without control characters, each run of white space as one space, none at the ends. */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(TextConverters::isKept).forEach(kept::appendCodePoint);
        String composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
        StringBuilder collapsed = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> append(collapsed, c));
        return strip(collapsed.toString());
    }

    /** Whether a text is plain ASCII with single spaces within, as most are: those need no cleaning. */
    private static boolean isClean(String text) {
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && last == ' ')) {
                return false;
            }
            last = c;
        }
        return text.isEmpty() || last != ' ';
    }

    private static void append(StringBuilder text, int c) {
        if (!isSpace(c)) {
            text.appendCodePoint(c);
        } else if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    /** The text without white space and invisible characters at its ends. */
    static String strip(String text) {
        if (text.isEmpty() || (isSeen(text.charAt(0)) && isSeen(text.charAt(text.length() - 1)))) {
            return text;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isBlank(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** Nearly every text has such characters at its ends. */
    private static boolean isSeen(char c) {
        return c > ' ' && c <= '~';
    }

    private static boolean isBlank(int c) {
        return isSpace(c) || !isKept(c);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Drops controls, lone surrogates, and invisible marks that change nothing but the comparison or the direction. */
    private static boolean isKept(int c) {
        boolean mark = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xAD;
        boolean direction =
                (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean control = Character.isISOControl(c) && !isSpace(c);
        return !mark && !direction && !control && Character.getType(c) != Character.SURROGATE;
    }
}
