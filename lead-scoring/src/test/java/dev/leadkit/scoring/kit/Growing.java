package dev.leadkit.scoring.kit;

import dev.leadkit.event.EventHeader;
import dev.leadkit.event.EventId;
import dev.leadkit.event.Interacted;
import dev.leadkit.event.Interaction;
import dev.leadkit.event.LeadEvent;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.event.Origin;
import dev.leadkit.event.Updated;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiFunction;

/**
 * Something that must never lower a score: a strategy or rule that declares it is checked for it.
 *
 * @param what what grows, for the message
 * @param better gives the lead in which it has grown, at a moment
 */
public record Growing(String what, BiFunction<LeadHistory, Instant, LeadHistory> better) {

    /** One more interaction at the moment. */
    public static Growing withEach(Interaction interaction) {
        return new Growing(
                "one more " + interaction.type(),
                (history, asOf) -> history.plus(new Interacted(header(history, asOf), interaction)));
    }

    /** A greater number in a field; a lead without a number there stays as it is. */
    public static Growing with(Field<BigDecimal> field, BigDecimal more) {
        return new Growing(
                "a greater " + field.name(),
                (history, asOf) -> history.until(asOf)
                        .lead()
                        .get(field)
                        .map(value -> set(
                                history,
                                asOf,
                                FieldValues.builder()
                                        .set(field, value.add(more))
                                        .build()))
                        .orElse(history));
    }

    /** A value in a field, whatever was there. */
    public static <T> Growing with(Field<T> field, T value) {
        return new Growing(
                "the value of " + field.name(),
                (history, asOf) -> set(
                        history, asOf, FieldValues.builder().set(field, value).build()));
    }

    private static LeadHistory set(LeadHistory history, Instant asOf, FieldValues values) {
        return history.plus(Updated.of(header(history, asOf), new Origin("kit", "kit", false), values));
    }

    /** Behind all that occurred. */
    private static EventHeader header(LeadHistory history, Instant asOf) {
        String last = history.events().stream()
                .map(LeadEvent::id)
                .max(Comparator.naturalOrder())
                .map(EventId::value)
                .orElse("E");
        return new EventHeader(new EventId(last + "~"), history.id(), asOf, asOf);
    }
}
