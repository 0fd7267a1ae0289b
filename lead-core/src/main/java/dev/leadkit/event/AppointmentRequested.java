package dev.leadkit.event;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.StandardFields;
import java.time.Instant;

/**
 * The person asked for an appointment.
 *
 * @param header what every event has
 * @param at when the appointment shall be
 */
public record AppointmentRequested(EventHeader header, Instant at) implements LeadEvent {

    /**
     * Makes the event.
     *
     * @param header what every event has
     * @param at when the appointment shall be
     */
    public AppointmentRequested {
        requireNonNull(header, "header");
        requireNonNull(at, "at");
    }

    @Override
    public FieldValues values() {
        return FieldValues.builder().set(StandardFields.APPOINTMENT_AT, at).build();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.appointmentRequested(this);
    }
}
