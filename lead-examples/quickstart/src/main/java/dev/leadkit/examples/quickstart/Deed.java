package dev.leadkit.examples.quickstart;

import dev.leadkit.desk.TimedInteraction;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.json.JsonDocument;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of the interactions file. The types {@code stage.moved} (property {@code to}), {@code lead.converted} ({@code value}
 * and {@code currency}, optional) and {@code lead.lost} ({@code reason}) are turns in the lead's life; all others are
 * interactions.
 *
 * @param row where it stands in the file
 * @param externalId the lead's identifier in its system
 * @param timed what happened and when; its type says which kind of row this is
 */
record Deed(long row, String externalId, TimedInteraction timed) {

    private static final List<String> COLUMNS = List.of("externalId", "type", "occurredAt", "direction", "properties");

    static TableRows<Deed> read(Path file) throws IOException {
        return TableRows.of(file, COLUMNS, Deed::of);
    }

    private static Deed of(Cells cells) {
        Instant at = cells.read("occurredAt", "an instant like 2026-01-31T08:00:00Z", Instant::parse, Instant.EPOCH);
        Direction way = cells.read(
                "direction",
                "inbound or outbound",
                text -> Direction.valueOf(text.toUpperCase(Locale.ROOT)),
                Direction.INBOUND);
        Map<String, String> properties =
                cells.read("properties", "a flat JSON object or empty", Deed::properties, Map.<String, String>of());
        Actor usual = way == Direction.OUTBOUND ? Actor.HUMAN : Actor.AUTOMATED;
        Actor actor = properties.containsKey("actor")
                ? cells.read(
                        "properties",
                        "with an actor human or automated",
                        text -> Actor.valueOf(properties.get("actor").toUpperCase(Locale.ROOT)),
                        usual)
                : usual;
        String id = cells.read("externalId", "a text", Deed::notBlank, "-");
        String type = cells.read("type", "a text", Deed::notBlank, "-");
        Deed deed = new Deed(cells.row(), id, new TimedInteraction(new Interaction(type, way, actor, properties), at));
        cells.read("properties", "as " + type + " asks for", text -> deed.change(), Optional.empty());
        return deed;
    }

    private static String notBlank(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        return text;
    }

    private static Map<String, String> properties(String json) {
        return json.isEmpty()
                ? Map.of()
                : JsonDocument.of(json).as("properties", root -> Optional.of(flat(root)));
    }

    private static Map<String, String> flat(JsonCursor root) {
        Map<String, String> flat = new TreeMap<>();
        root.members().forEach((name, value) -> text(value).ifPresent(text -> flat.put(name, text)));
        return flat;
    }

    private static Optional<String> text(JsonCursor value) {
        if (value.isNumber()) {
            return value.number().map(BigDecimal::toPlainString);
        }
        return value.isFlag() ? value.flag().map(String::valueOf) : value.text();
    }

    /** The turn in the lead's life that this is, or empty for an interaction. */
    Optional<Happening.Change> change() {
        Map<String, String> properties = timed.interaction().properties();
        return switch (timed.interaction().type()) {
            case "stage.moved" -> Optional.of(new Happening.Move(new Stage(properties.getOrDefault("to", ""))));
            case "lead.converted" -> Optional.of(new Happening.Convert(value(properties)));
            case "lead.lost" -> Optional.of(new Happening.Lose(properties.getOrDefault("reason", "not told")));
            default -> Optional.empty();
        };
    }

    private static Optional<Money> value(Map<String, String> properties) {
        return properties.containsKey("value")
                ? Optional.of(Money.of(
                        new BigDecimal(properties.get("value")),
                        Currency.getInstance(properties.getOrDefault("currency", ""))))
                : Optional.empty();
    }
}
