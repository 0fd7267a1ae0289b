package dev.leadkit.routing.territory;

import java.util.Map;
import java.util.TreeMap;

/**
 * Postal codes of a country as numbers that have the order of the codes, so that a code, all codes with the same beginning
 * and a range are all an interval. In countries whose codes are digits of one length, a code is its number; elsewhere its
 * letters and digits are the digits of a number to the base 37, from the left. British outward codes are filled up to four
 * places, so that {@code E1} is not the beginning of {@code E16}.
 */
final class PostalFormat {

    /** Of a text that is no postal code of the country. */
    static final long NONE = -1;

    private static final String LENGTHS =
            "AT4 AU4 BE4 BG4 BR8 CH4 CN6 CO6 CY4 CZ5 DE5 DK4 DO5 EE5 EG5 ES5 FI5 FR5 GR5 HR5"
                    + " HU4 ID5 IN6 IT5 JP7 KR5 LI4 LT5 LU4 LV4 MA5 MC5 MX5 MY5 NO4 NZ4 PH4 PK5 PL5 RO6 RU6 SE5 SG6 SI4 SK5 SM5 TH5"
                    + " TN4 TR5 UA5 US5 PR5 GU5 VI5 AS5 MP5 ZA4";
    private static final Map<String, Integer> DIGITS = table();
    private static final String EXTENDED = "US PR GU VI AS MP";
    private static final int EXTENSION = 4;
    private static final int BASE = 37;
    private static final int OUTWARD = 4;
    private static final int INWARD = 3;

    private final int digits;
    private final boolean extended;
    private final boolean british;

    private PostalFormat(String country) {
        this.digits = DIGITS.getOrDefault(country, 0);
        this.extended = EXTENDED.contains(country);
        this.british = country.equals("GB");
    }

    static PostalFormat of(String country) {
        return new PostalFormat(country);
    }

    private static Map<String, Integer> table() {
        Map<String, Integer> digits = new TreeMap<>();
        for (String each : LENGTHS.split(" ", -1)) {
            digits.put(each.substring(0, 2), each.charAt(2) - '0');
        }
        return Map.copyOf(digits);
    }

    /** How many digits each code has; 0 where codes have letters or several lengths. */
    int digits() {
        return digits;
    }

    /** The place of a capital letter or digit among those that codes are made of, from 1; 0 for anything else. */
    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 1;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 11 : 0;
    }

    /** Whether a code or a beginning in capitals, as a plan has it, can be one here. */
    boolean isPart(String code) {
        return digits == 0 || (code.length() <= digits && code.chars().allMatch(c -> c <= '9'));
    }

    /** The number of the first code that begins so. */
    long first(String part) {
        return digits > 0 ? number(part) * power(10, digits - part.length()) : spread(part, part.length(), false);
    }

    /** The number of the last code that begins so. */
    long last(String part) {
        return digits > 0
                ? first(part) + power(10, digits - part.length()) - 1
                : first(part) + power(BASE, PostalSpan.LONGEST - part.length()) - 1;
    }

    /** The number of the first code of a whole one, which a British outward code is as well. */
    long firstOf(String code) {
        return digits > 0 ? first(code) : spread(code, outward(code, code.length()), true);
    }

    long lastOf(String code) {
        boolean outwardOnly = british && outward(code, code.length()) == code.length();
        return outwardOnly ? firstOf(code) + power(BASE, PostalSpan.LONGEST - OUTWARD) - 1 : firstOf(code);
    }

    /** The number of the last code of a range up to this one, or up to all that begin so. */
    long lastTo(String end) {
        boolean whole = british && outward(end, end.length()) < end.length();
        return whole ? firstOf(end) : last(end);
    }

    private static long number(String part) {
        return part.isEmpty() ? 0 : Long.parseLong(part);
    }

    private static long power(int base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    private int outward(String code, int length) {
        boolean whole = british
                && length > INWARD + 1
                && length <= OUTWARD + INWARD
                && digit(code.charAt(length - INWARD)) <= 10
                && digit(code.charAt(length - 2)) > 10
                && digit(code.charAt(length - 1)) > 10;
        return whole ? length - INWARD : length;
    }

    private long spread(String code, int outward, boolean padded) {
        long number = 0;
        int places = 0;
        for (int i = 0; i < code.length(); i++) {
            if (british && padded && i == outward) {
                number *= power(BASE, OUTWARD - places);
                places = OUTWARD;
            }
            number = number * BASE + digit(code.charAt(i));
            places++;
        }
        return number * power(BASE, PostalSpan.LONGEST - places);
    }

    /**
     * The number of a lead's code. A zero that a spreadsheet took from the front is given back, letters in front (as in
     * {@code D-80331}) and what stands behind a ZIP code are left out.
     */
    long read(String text) {
        return digits > 0 ? readDigits(text) : readLetters(text);
    }

    private long readDigits(String text) {
        long number = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (++count > PostalSpan.LONGEST) {
                    return NONE;
                }
                number = 10 * number + (c - '0');
            } else if (!isBetween(c) && (count > 0 || digit(upper(c)) == 0)) {
                return NONE;
            }
        }
        if (extended && count >= digits + EXTENSION - 1 && count <= digits + EXTENSION) {
            return number / power(10, EXTENSION);
        }
        return count == digits || count == digits - 1 ? number : NONE;
    }

    private long readLetters(String text) {
        int count = 0;
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBetween(c)) {
                plain = false;
            } else if (digit(upper(c)) == 0 || ++count > PostalSpan.LONGEST) {
                return NONE;
            } else {
                plain &= c == upper(c);
            }
        }
        if (count == 0) {
            return NONE;
        }
        return firstOf(plain ? text : capitals(text, count));
    }

    /** The code, or the beginning of codes, of a number. */
    String text(long number) {
        if (digits > 0) {
            String plain = Long.toString(number);
            return "0".repeat(digits - plain.length()) + plain;
        }
        StringBuilder text = new StringBuilder();
        for (long left = number; left > 0; left /= BASE) {
            int place = (int) (left % BASE);
            if (place > 0) {
                text.append((char) (place <= 10 ? '0' + place - 1 : 'A' + place - 11));
            }
        }
        return text.reverse().toString();
    }

    private static String capitals(String text, int count) {
        char[] capitals = new char[count];
        int end = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isBetween(text.charAt(i))) {
                capitals[end++] = upper(text.charAt(i));
            }
        }
        return new String(capitals);
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == '-' || c == '\u00a0' || c == '\t';
    }
}
