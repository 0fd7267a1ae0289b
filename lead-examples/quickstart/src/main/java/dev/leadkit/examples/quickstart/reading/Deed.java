package dev.leadkit.examples.quickstart.reading;

import dev.leadkit.desk.TimedInteraction;
import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.Interaction;
import dev.leadkit.json.JsonCursor;
import dev.leadkit.json.JsonDocument;
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
 * @param row which row, as a spreadsheet counts
 * @param externalId the lead's identifier in its system
 * @param timed what happened and when
 * @param turn the turn in the lead's life that this is, or empty for an interaction
 */
public record Deed(long row, String externalId, TimedInteraction timed, Optional<Turn> turn) {

    private static final List<String> COLUMNS = List.of("externalId", "type", "occurredAt", "direction", "properties");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final String UNREAD = "-";

    static TableRows<Deed> read(Path file) throws IOException {
        Pool pool = new Pool();
        return TableRows.of(file, COLUMNS, cells -> of(cells, pool));
    }

    private static Deed of(Cells cells, Pool pool) {
        String id = cells.read("externalId", "a text", Deed::notBlank, UNREAD);
        String type = cells.read("type", "a text", Deed::notBlank, UNREAD);
        Instant at =
                cells.read("occurredAt", "an instant like 2026-01-31T08:00:00Z, from 1900 on", Deed::instant, FIRST);
        Direction way = cells.read("direction", "inbound or outbound", Deed::direction, Direction.INBOUND);
        Map<String, String> properties =
                cells.read("properties", "a flat JSON object or empty", Deed::properties, Map.<String, String>of());
        Actor usual = way == Direction.OUTBOUND ? Actor.HUMAN : Actor.AUTOMATED;
        Actor actor = cells.read(
                "properties", "with an actor human or automated, or none", text -> actor(properties, usual), usual);
        Optional<Turn> turn = cells.read(
                "properties", "as " + type + " asks for", text -> turn(type, properties), Optional.<Turn>empty());
        Interaction interaction = pool.of(new Interaction(type, way, actor, properties));
        return new Deed(cells.row(), pool.of(id), new TimedInteraction(interaction, at), pool.of(turn));
    }

    private static String notBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be blank");
        }
        return text;
    }

    private static Instant instant(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(FIRST)) {
            throw new IllegalArgumentException("instant must be from " + FIRST + " on");
        }
        return at;
    }

    private static Direction direction(String text) {
        return Direction.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Actor actor(Map<String, String> properties, Actor usual) {
        String actor = properties.get("actor");
        return actor == null ? usual : Actor.valueOf(actor.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> properties(String json) {
        return json.isEmpty() ? Map.of() : JsonDocument.of(json).as("properties", root -> Optional.of(flat(root)));
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
        return value.isFlag() ? value.flag().map(String::valueOf) : value.anyText();
    }

    private static Optional<Turn> turn(String type, Map<String, String> properties) {
        return switch (type) {
            case "stage.moved" -> Optional.of(new Turn.Move(new Stage(properties.getOrDefault("to", ""))));
            case "lead.converted" -> Optional.of(new Turn.Convert(value(properties)));
            case "lead.lost" -> Optional.of(new Turn.Lose(properties.getOrDefault("reason", "not told")));
            default -> Optional.empty();
        };
    }

    private static Optional<Money> value(Map<String, String> properties) {
        String value = properties.get("value");
        return value == null
                ? Optional.empty()
                : Optional.of(
                        Money.of(new BigDecimal(value), Currency.getInstance(properties.getOrDefault("currency", ""))));
    }
}
