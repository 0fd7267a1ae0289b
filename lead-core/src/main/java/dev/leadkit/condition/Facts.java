package dev.leadkit.condition;

import dev.leadkit.event.Interacted;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Lead;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What conditions look at: a lead and its interactions as they were at a moment, and the time zone by which its calendar days begin, UTC unless
 * {@link #in} says otherwise. Immutable and thread-safe.
 */
public final class Facts {

    private final Lead lead;
    private final List<Interacted> interactions;
    private final Instant asOf;
    private final ZoneId zone;

    private Facts(Lead lead, List<Interacted> interactions, Instant asOf, ZoneId zone) {
        this.lead = lead;
        this.interactions = interactions;
        this.asOf = asOf;
        this.zone = zone;
    }

    /**
     * A lead as it was at a moment.
     *
     * @param history its history; what occurred after the moment is left out
     * @param asOf the moment
     * @return the facts
     */
    public static Facts of(LeadHistory history, Instant asOf) {
        LeadHistory then = history.until(asOf);
        return new Facts(then.lead(), then.interactions(), asOf, ZoneOffset.UTC);
    }

    /**
     * A lead without interactions, for a host that keeps no history.
     *
     * @param lead the lead
     * @param asOf the moment
     * @return the facts
     */
    public static Facts of(Lead lead, Instant asOf) {
        return new Facts(lead, List.of(), asOf, ZoneOffset.UTC);
    }

    /**
     * A lead with its interactions, for a host that keeps them without a history.
     *
     * @param lead the lead
     * @param interactions its interactions up to the moment, oldest first
     * @param asOf the moment
     * @return the facts
     * @throws IllegalArgumentException if an interaction is after the moment or before the one in front of it
     */
    public static Facts of(Lead lead, List<Interacted> interactions, Instant asOf) {
        Instant latest = Instant.MIN;
        for (Interacted each : interactions) {
            if (each.occurredAt().isBefore(latest) || each.occurredAt().isAfter(asOf)) {
                throw new IllegalArgumentException("interactions must be up to the moment, oldest first, were not");
            }
            latest = each.occurredAt();
        }
        return new Facts(lead, List.copyOf(interactions), asOf, ZoneOffset.UTC);
    }

    /**
     * The same lead at the same moment in another time zone, which makes a difference for fields of type date alone.
     *
     * @param days the time zone by which calendar days begin
     * @return the facts
     */
    public Facts in(ZoneId days) {
        return days.equals(zone) ? this : new Facts(lead, interactions, asOf, days);
    }

    /**
     * The lead.
     *
     * @return the lead as it was at the moment
     */
    public Lead lead() {
        return lead;
    }

    /**
     * The interactions.
     *
     * @return the interactions up to the moment, oldest first
     */
    public List<Interacted> interactions() {
        return interactions;
    }

    /**
     * The moment.
     *
     * @return the moment that windows and ages end at
     */
    public Instant asOf() {
        return asOf;
    }

    /**
     * The time zone.
     *
     * @return by which the lead's calendar days begin
     */
    public ZoneId zone() {
        return zone;
    }
}
