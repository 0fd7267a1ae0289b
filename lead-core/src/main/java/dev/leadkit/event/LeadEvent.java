package dev.leadkit.event;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.LeadId;
import java.time.Instant;

/**
 * One thing that happened to one lead. Events are handled exhaustively through {@link #match}: a new kind of event makes
 * every handler that does not know it fail to compile.
 */
public sealed interface LeadEvent
        permits Captured,
                Updated,
                Enriched,
                Touched,
                AppointmentRequested,
                ChannelPreferred,
                Interacted,
                StageMoved,
                Converted,
                Lost,
                Scored,
                Assigned,
                Queued {

    /**
     * What every event has.
     *
     * @return the header
     */
    EventHeader header();

    /**
     * Handles this event by its kind.
     *
     * @param cases one function for each kind
     * @param <R> what they give
     * @return what the function for this kind gives
     */
    <R> R match(Cases<R> cases);

    /**
     * The same event without its personal section.
     *
     * @return an event of the same identity; itself if it has no personal section
     */
    default LeadEvent redacted() {
        return this;
    }

    /**
     * What this event says of the values of the lead's fields. Fields that the library keeps itself (stage, owner, ...) are
     * not values that an event says: they follow from what happened.
     *
     * @return the values and clearings of all sections; empty for a kind of event that says none
     */
    default FieldValues values() {
        return FieldValues.EMPTY;
    }

    /**
     * Which event.
     *
     * @return the header's identifier
     */
    default EventId id() {
        return header().id();
    }

    /**
     * Which lead it happened to.
     *
     * @return the header's lead
     */
    default LeadId leadId() {
        return header().lead();
    }

    /**
     * When it happened.
     *
     * @return the header's business instant
     */
    default Instant occurredAt() {
        return header().occurredAt();
    }

    /**
     * One function for each kind of event.
     *
     * @param <R> what they give
     */
    interface Cases<R> {

        /**
         * A submission made a new lead.
         *
         * @param event the event
         * @return the result for this kind
         */
        R captured(Captured event);

        /**
         * Newer values came in.
         *
         * @param event the event
         * @return the result for this kind
         */
        R updated(Updated event);

        /**
         * A data provider was asked.
         *
         * @param event the event
         * @return the result for this kind
         */
        R enriched(Enriched event);

        /**
         * Our marketing touched the person.
         *
         * @param event the event
         * @return the result for this kind
         */
        R touched(Touched event);

        /**
         * The person asked for an appointment.
         *
         * @param event the event
         * @return the result for this kind
         */
        R appointmentRequested(AppointmentRequested event);

        /**
         * The person said how they want to be reached.
         *
         * @param event the event
         * @return the result for this kind
         */
        R channelPreferred(ChannelPreferred event);

        /**
         * An interaction took place.
         *
         * @param event the event
         * @return the result for this kind
         */
        R interacted(Interacted event);

        /**
         * The lead entered another stage.
         *
         * @param event the event
         * @return the result for this kind
         */
        R stageMoved(StageMoved event);

        /**
         * The lead became a customer.
         *
         * @param event the event
         * @return the result for this kind
         */
        R converted(Converted event);

        /**
         * The lead was given up.
         *
         * @param event the event
         * @return the result for this kind
         */
        R lost(Lost event);

        /**
         * The lead was scored.
         *
         * @param event the event
         * @return the result for this kind
         */
        R scored(Scored event);

        /**
         * The lead was assigned to a rep.
         *
         * @param event the event
         * @return the result for this kind
         */
        R assigned(Assigned event);

        /**
         * The lead was put in a queue.
         *
         * @param event the event
         * @return the result for this kind
         */
        R queued(Queued event);
    }
}
