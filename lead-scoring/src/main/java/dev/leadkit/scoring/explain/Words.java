package dev.leadkit.scoring.explain;

import dev.leadkit.lead.Points;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/**
 * Texts of a bundle, and in English what it lacks. Bundles of our own are read by name, not looked up, for a look-up falls
 * back to the language of the machine. Immutable.
 */
final class Words {

    private final ResourceBundle english = read("words.properties");
    private final ResourceBundle bundle;

    Words(ResourceBundle bundle) {
        this.bundle = bundle;
        english.keySet().forEach(this::check);
    }

    static Words in(Locale locale) {
        boolean german = locale.getLanguage().equals(Locale.GERMAN.getLanguage());
        return new Words(read(german ? "words_de.properties" : "words.properties"));
    }

    private static ResourceBundle read(String name) {
        try (InputStream bytes = Words.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IllegalStateException(name + " must be beside the classes, was missing");
            }
            return new PropertyResourceBundle(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String key) {
        try {
            new MessageFormat(pattern(key), Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("text of " + key + " must be a message format. " + e.getMessage(), e);
        }
    }

    private String pattern(String key) {
        return find(key).orElseGet(() -> english.getString(key));
    }

    /** A text that there may be. */
    Optional<String> find(String key) {
        return text(bundle, key).or(() -> text(english, key));
    }

    private static Optional<String> text(ResourceBundle from, String key) {
        return from.containsKey(key) && from.getObject(key) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    String say(String key, Object... values) {
        return new MessageFormat(pattern(key), Locale.ROOT).format(values);
    }

    /** What a bundle calls a thing of the model's, or its own name. */
    String name(String kind, String name) {
        return find(kind + "." + name).orElse(name);
    }

    /** Points with their sign where they are more than nothing. */
    String signed(Points points) {
        return (points.units() > 0 ? "+" : "") + points(points);
    }

    String points(Points points) {
        boolean one = Math.abs(points.units()) == Points.UNITS_PER_POINT;
        return say(one ? "points.one" : "points.other", number(points));
    }

    String number(Points points) {
        return points.toString().replace(".", pattern("decimal"));
    }

    String joined(String key, List<String> parts) {
        return parts.stream().reduce((first, next) -> say(key, first, next)).orElse("");
    }

    String span(Duration span) {
        List<String> parts = new ArrayList<>();
        add(parts, span.toDays(), "days");
        add(parts, span.toHoursPart(), "hours");
        add(parts, span.toMinutesPart(), "minutes");
        add(parts, span.toSecondsPart(), "seconds");
        return parts.isEmpty() ? say("seconds.other", "0") : String.join(" ", parts);
    }

    private void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(say(unit + (count == 1 ? ".one" : ".other"), String.valueOf(count)));
        }
    }
}
