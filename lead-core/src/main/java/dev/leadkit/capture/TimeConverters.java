package dev.leadkit.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The converters of days and moments, by patterns that the mapping states. Years are 1 to 9999. */
final class TimeConverters {

    private static final int LONGEST = 100;
    private static final String USUAL = "0000-00-00T00:00:00Z";
    private static final int MOST_PATTERNS = 20;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Instant START = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private TimeConverters() {}

    static Converter<LocalDate> date(ConverterParameters parameters) {
        Locale language = language(parameters);
        List<Function<String, LocalDate>> readers = new ArrayList<>();
        List<String> patterns = patterns(parameters, "uuuu-MM-dd");
        for (String pattern : patterns) {
            DateTimeFormatter formatter = formatter(pattern, language, parameters);
            if (formatter != null && sample(formatter, pattern, parameters) != null) {
                readers.add(text -> checked(LocalDate.from(formatter.parse(text))));
            }
        }
        return text -> first(text, readers, "a date like " + String.join(" or ", patterns));
    }

    static Converter<Instant> instant(ConverterParameters parameters) {
        Locale language = language(parameters);
        @Nullable ZoneId zone = zone(parameters);
        List<Function<String, Instant>> readers = new ArrayList<>();
        List<String> patterns = patterns(parameters, "iso");
        for (String pattern : patterns) {
            switch (pattern) {
                case "iso" -> readers.add(TimeConverters::iso);
                case "epoch-seconds" -> readers.add(text -> Instant.ofEpochSecond(Long.parseLong(text)));
                case "epoch-millis" -> readers.add(text -> Instant.ofEpochMilli(Long.parseLong(text)));
                default -> pattern(pattern, language, zone, parameters).ifPresent(readers::add);
            }
        }
        return text -> first(text, readers, "a moment like " + String.join(" or ", patterns));
    }

    /** {@code 2026-11-22T08:00:00Z} is what most systems write, and is read thirty times as fast by hand. */
    private static Instant iso(String text) {
        boolean usual = USUAL.length() == text.length();
        for (int i = 0; usual && i < text.length(); i++) {
            char expected = USUAL.charAt(i);
            char c = text.charAt(i);
            usual = expected == '0' ? c >= '0' && c <= '9' : c == expected;
        }
        return usual
                ? LocalDateTime.of(
                                number(text, 0, 4),
                                number(text, 5, 7),
                                number(text, 8, 10),
                                number(text, 11, 13),
                                number(text, 14, 16),
                                number(text, 17, 19))
                        .toInstant(ZoneOffset.UTC)
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Optional<Function<String, Instant>> pattern(
            String pattern, Locale language, @Nullable ZoneId zone, ConverterParameters parameters) {
        DateTimeFormatter formatter = formatter(pattern, language, parameters);
        TemporalAccessor sample = formatter == null ? null : sample(formatter, pattern, parameters);
        if (formatter == null || sample == null) {
            return Optional.empty();
        }
        ZoneId written = sample.query(TemporalQueries.zone());
        if (written == null && zone == null) {
            parameters.refuse("zone", "a time zone such as Europe/Berlin, for " + pattern, "");
            return Optional.empty();
        }
        if (isTimeLost(sample)) {
            parameters.refuse(
                    "patterns", "patterns that give the whole time of day, or none of it", "\"" + pattern + "\"");
            return Optional.empty();
        }
        return Optional.of(text -> moment(formatter.parse(text), zone));
    }

    /** Hours to twelve without saying which twelve, say: the day would be taken for all of it. */
    private static boolean isTimeLost(TemporalAccessor sample) {
        return sample.query(TemporalQueries.localTime()) == null
                && Arrays.stream(ChronoField.values())
                        .filter(ChronoField::isTimeBased)
                        .anyMatch(sample::isSupported);
    }

    private static Instant moment(TemporalAccessor parsed, @Nullable ZoneId zone) {
        LocalDate day = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId written = parsed.query(TemporalQueries.zone());
        ZoneId where = written != null ? written : zone;
        if (where == null) {
            throw new DateTimeException("no zone");
        }
        return time == null
                ? day.atStartOfDay(where).toInstant()
                : day.atTime(time).atZone(where).toInstant();
    }

    private static <T> Conversion<T> first(String text, List<Function<String, T>> readers, String rule) {
        if (text.length() <= LONGEST) {
            for (Function<String, T> reader : readers) {
                try {
                    T value = reader.apply(text);
                    if (!(value instanceof Instant at) || inRange(at)) {
                        return Conversion.of(value);
                    }
                } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                    // The next pattern may fit.
                }
            }
        }
        return Conversion.faulty(rule);
    }

    private static boolean inRange(Instant at) {
        return !at.isBefore(START) && at.isBefore(END);
    }

    private static LocalDate checked(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("year must be 1 to 9999");
        }
        return day;
    }

    /** A text that fits none has been tried with all of them, so they may not be many. */
    private static List<String> patterns(ConverterParameters parameters, String otherwise) {
        List<String> patterns = parameters.list("patterns").orElse(List.of(otherwise));
        if (patterns.size() > MOST_PATTERNS) {
            parameters.refuse("patterns", "at most " + MOST_PATTERNS + " patterns", patterns.size() + " patterns");
        }
        return patterns.subList(0, Math.min(patterns.size(), MOST_PATTERNS));
    }

    private static Locale language(ConverterParameters parameters) {
        return Locale.forLanguageTag(parameters.text("language").orElse("en"));
    }

    private static @Nullable ZoneId zone(ConverterParameters parameters) {
        Optional<String> name = parameters.text("zone");
        try {
            return name.isPresent() ? ZoneId.of(name.get()) : null;
        } catch (DateTimeException e) {
            parameters.refuse("zone", "a time zone such as Europe/Berlin", "\"" + name.orElseThrow() + "\"");
            return ZoneOffset.UTC;
        }
    }

    /** Strict, so that 31 February is refused; in the present era, so that the letter y may stand for the year. */
    private static @Nullable DateTimeFormatter formatter(
            String pattern, Locale language, ConverterParameters parameters) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(language)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            parameters.refuse("patterns", "patterns of java.time.format.DateTimeFormatter", "\"" + pattern + "\"");
            return null;
        }
    }

    /** What the pattern makes of a moment; null, and a fault, if a day does not come out of it. */
    private static @Nullable TemporalAccessor sample(
            DateTimeFormatter formatter, String pattern, ConverterParameters parameters) {
        try {
            TemporalAccessor sample = formatter.parse(formatter.format(SAMPLE));
            if (sample.query(TemporalQueries.localDate()) != null) {
                return sample;
            }
        } catch (DateTimeException e) {
            // Reported below: it cannot even read what it writes.
        }
        parameters.refuse("patterns", "patterns that give a day", "\"" + pattern + "\"");
        return null;
    }
}
