package dev.leadkit.condition;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose calendar counts where calendar days do: when a date begins, and when the last seven days did. Immutable and thread-safe.
 *
 * @param field the text field that names the lead's own time zone, such as {@code Asia/Tokyo}; empty for none
 * @param zone the time zone of leads without one, or with one that does not exist
 */
public record LeadZone(Optional<Field<String>> field, ZoneId zone) {

    /** The calendar of UTC for every lead. */
    public static final LeadZone UTC = new LeadZone(Optional.empty(), ZoneOffset.UTC);

    /**
     * Says whose calendar counts.
     *
     * @param field the field that names the lead's time zone, or empty
     * @param zone the time zone of all other leads
     */
    public LeadZone {
        requireNonNull(field, "field");
        requireNonNull(zone, "zone");
    }

    /**
     * The time zone of a lead.
     *
     * @param lead the lead
     * @return its own, or the declared one
     */
    public ZoneId of(Lead lead) {
        return field.isEmpty() ? zone : named(lead.get(field.get()).orElse(null));
    }

    /**
     * The time zone of a lead of which only the field is known.
     *
     * @param name what the field says; null if nothing
     * @return that zone, if there is one of the name, or else the declared one
     */
    public ZoneId named(@Nullable String name) {
        return Optional.ofNullable(name).flatMap(LeadZone::known).orElse(zone);
    }

    /**
     * A lead in its own time zone.
     *
     * @param facts the lead at a moment
     * @return the same, but that its calendar days begin by {@link #of its zone}
     */
    public Facts in(Facts facts) {
        return facts.in(of(facts.lead()));
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
