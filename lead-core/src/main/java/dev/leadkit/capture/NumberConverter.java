package dev.leadkit.capture;

import dev.leadkit.lead.FieldType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The converter of numbers, in a format that the mapping states: nothing is guessed, because 1.234 is a thousand here and
 * a bit more than one there.
 */
final class NumberConverter implements Converter<BigDecimal> {

    private static final int LONGEST = 100;
    private static final String SPACES = " \u00A0\u2009\u202F'\u2019";
    private static final Pattern CURRENCY_BEFORE = Pattern.compile("^([-+]?)\\s*(?:\\p{Sc}|[A-Z]{3}(?![A-Z]))\\s*");
    private static final Pattern CURRENCY_BEHIND = Pattern.compile("\\s*(?:\\p{Sc}|(?<![A-Z])[A-Z]{3})$");
    private static final Pattern PERCENT = Pattern.compile("\\s*[%\u066A\uFF05]$");
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?|[-+]?\\.[0-9]+");

    private final Pattern whole;
    private final String marks;
    private final char decimal;
    private final String percent;
    private final boolean currency;

    private NumberConverter(ConverterParameters parameters) {
        decimal = single(parameters, "decimal").orElse('.');
        Optional<Character> grouping = single(parameters, "grouping");
        if (grouping.isPresent() && grouping.get() == decimal) {
            parameters.refuse("grouping", "another character than the decimal separator", "\"" + decimal + "\"");
        }
        marks = grouping.map(NumberConverter::alike).orElse("");
        whole = whole(marks);
        percent = parameters.word("percent", "refuse", "fraction", "number");
        currency = parameters.word("currency", "refuse", "drop").equals("drop");
    }

    static Converter<BigDecimal> make(ConverterParameters parameters) {
        return new NumberConverter(parameters);
    }

    private static Optional<Character> single(ConverterParameters parameters, String name) {
        Optional<String> text = parameters.text(name);
        if (text.isPresent() && (text.get().length() != 1 || "+-0123456789%".contains(text.get()))) {
            parameters.refuse(name, "one character that is no digit and no sign", "\"" + text.get() + "\"");
            return Optional.empty();
        }
        return text.map(one -> one.charAt(0));
    }

    /** A space or an apostrophe stands for those that look like it: writers do not choose among them. */
    private static String alike(char mark) {
        if (Character.isSpaceChar(mark)) {
            return SPACES.substring(0, 4);
        }
        return mark == '\'' || mark == '\u2019' ? SPACES.substring(4) : String.valueOf(mark);
    }

    /** Digits, or groups of three, or of two before the last three as in India, with the same mark throughout. */
    private static Pattern whole(String marks) {
        String mark = "([" + Pattern.quote(marks) + "])";
        return Pattern.compile(
                marks.isEmpty() ? "[-+]?[0-9]*" : "[-+]?(?:[0-9]*|[0-9]{1,3}" + mark + "(?:[0-9]{2,3}\\1)*[0-9]{3})");
    }

    @Override
    public Conversion<BigDecimal> convert(String text) {
        if (text.length() > LONGEST) {
            return noNumber();
        }
        String digits = digits(text);
        String bare = currency ? withoutCurrency(digits) : digits;
        String number = percent.equals("refuse") ? bare : PERCENT.matcher(bare).replaceFirst("");
        BigDecimal factor =
                percent.equals("fraction") && number.length() < bare.length() ? new BigDecimal("0.01") : BigDecimal.ONE;
        return plain(number)
                .flatMap(FieldType.NUMBER::parse)
                .map(value -> value.multiply(factor))
                .flatMap(FieldType.NUMBER::canonical)
                .map(Conversion::of)
                .orElseGet(this::noNumber);
    }

    private Optional<String> plain(String number) {
        int point = number.indexOf(decimal);
        String front = point < 0 ? number : number.substring(0, point);
        String rest = point < 0 ? "" : "." + number.substring(point + 1);
        String plain = ungrouped(front) + rest;
        return whole.matcher(front).matches() && PLAIN.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    private String ungrouped(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> marks.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** Digits of other scripts become 0 to 9, and the minus sign a hyphen. */
    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else {
                digits.appendCodePoint(c == 0x2212 ? '-' : c);
            }
        });
        return digits.toString();
    }

    private static String withoutCurrency(String text) {
        String before = CURRENCY_BEFORE.matcher(text).replaceFirst("$1");
        return before.length() < text.length()
                ? before
                : CURRENCY_BEHIND.matcher(text).replaceFirst("");
    }

    private Conversion<BigDecimal> noNumber() {
        return Conversion.faulty("a number with \"" + decimal + "\" before the decimals");
    }
}
