package dev.leadkit.scoring.model;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Field;
import dev.leadkit.lead.Lead;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whose calendar counts where a rule counts in calendar days.
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
        return field.flatMap(lead::get).flatMap(LeadZone::known).orElse(zone);
    }

    private static Optional<ZoneId> known(String name) {
        try {
            return Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
